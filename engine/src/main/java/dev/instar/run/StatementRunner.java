package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.database.SqlError;
import dev.instar.jdbc.Session;
import dev.instar.revision.Origin;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.StatementKind;
import dev.instar.sql.TextPosition;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Sends the statements of a script one by one, and knows where in its file each of them stands. */
final class StatementRunner implements Consumer<ScriptStatement> {

    private static final Logger log = LoggerFactory.getLogger(StatementRunner.class);

    private final Database database;
    private final Session session;

    StatementRunner(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    @Override
    public void accept(ScriptStatement statement) {
        log.debug("{}: {}", statement.origin(), statement.written());
        try {
            if (statement.kind() == StatementKind.COPY_FROM_STDIN) {
                database.copy(session, statement.text(), statement.data());
            } else {
                session.execute(statement.text());
            }
        } catch (DataAccessException refused) {
            throw new FailedException(describe(statement, refused));
        }
    }

    private StatementFailure describe(ScriptStatement statement, DataAccessException refused) {
        SqlError error = database.describe(refused);
        int firstLine = statement.origin().line();
        if (error.position() == 0) {
            return new StatementFailure(
                    statement.origin(), Excerpt.of(statement.written(), firstLine, firstLine, 0), error, refused);
        }
        TextPosition place = statement.positionOf(error.position());
        int column = place.line() == firstLine ? place.column() - statement.column() + 1 : place.column();
        return new StatementFailure(
                new Origin(statement.origin().file(), place.line()),
                Excerpt.of(statement.written(), firstLine, place.line(), column),
                error,
                refused);
    }

    /** The failure of a commit, which deferred constraints can refuse although every statement had passed. */
    StatementFailure failureAtCommit(Origin revision, DataAccessException refused) {
        return new StatementFailure(revision, "  (at the commit)", database.describe(refused), refused);
    }
}
