package dev.instar.database;

import dev.instar.sql.Literals;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds what another one waits for.
 *
 * @param pid the server process; zero for a prepared transaction, which has none
 * @param application what it calls itself
 * @param state what it is doing: {@code active}, {@code idle in transaction}; {@code null} when that may not be seen
 * @param transactionAge how long its transaction has been open
 * @param query its last statement, shortened; {@code null} when that may not be seen
 * @param yields whether the server itself makes it yield to whoever waits longer than the deadlock timeout
 * @param transaction tells its transaction from the next one of the same process
 */
public record Blocker(
        long pid,
        String application,
        @Nullable String state,
        Duration transactionAge,
        @Nullable String query,
        boolean yields,
        String transaction) {

    private static final int LONGEST_QUERY = 200;

    public Blocker {
        query = query == null ? null : shortened(Literals.withoutSecrets(query));
    }

    private static String shortened(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY) + "...";
    }

    /** Everything but the query, which may hold what not everybody shall see. */
    public String withoutQuery() {
        return pid == 0
                ? "a prepared transaction"
                : "pid %d, application '%s', %s, in its transaction for %d s"
                        .formatted(
                                pid,
                                application,
                                state == null ? "state not visible to this user" : state,
                                transactionAge.toSeconds());
    }

    @Override
    public String toString() {
        return query == null || query.isEmpty() ? withoutQuery() : withoutQuery() + ": " + query;
    }
}
