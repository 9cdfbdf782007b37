package dev.instar.jdbc;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says while it carries out a statement. The driver keeps all of it until somebody takes it away, and
 * that can be more than there is room for: another thread may do that while the statement runs.
 */
final class Warnings {

    private final List<SQLWarning> said = new ArrayList<>();
    private @Nullable Statement running;

    synchronized void begin(Statement statement) {
        running = statement;
    }

    synchronized void end() {
        listen();
        running = null;
    }

    /** Everything that was said since this was asked last. */
    synchronized List<SQLWarning> take() {
        listen();
        List<SQLWarning> taken = List.copyOf(said);
        said.clear();
        return taken;
    }

    private void listen() {
        try {
            SQLWarning warning = running == null ? null : running.getWarnings();
            if (running != null && warning != null) {
                running.clearWarnings();
            }
            while (warning != null) {
                said.add(warning);
                warning = warning.getNextWarning();
            }
        } catch (SQLException closed) {
            running = null;
        }
    }
}
