package dev.instar.adopt;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.plan.Position;
import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionGraph;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * What the history of another tool says of a database. It is read and never written.
 *
 * @param table its table
 * @param says a sentence, without its full stop
 * @param position where that is among the revisions; {@code null} when they do not correspond
 */
public record OtherHistory(
        String table, String says, @Nullable Position position) {

    /**
     * All that there are.
     *
     * @throws dev.instar.revision.InstarException when one of them says that something has failed or is under way
     */
    public static List<OtherHistory> read(Session session, Database database, OtherTables tables, RevisionGraph graph) {
        return Stream.of(
                        read("Flyway", database, () -> new FlywayHistory(session, database, graph).read(tables)),
                        read("Liquibase", database, () -> LiquibaseHistory.read(session, database, tables)),
                        read("Alembic", database, () -> AlembicHistory.read(session, database, graph)))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable OtherHistory read(
            String tool, Database database, Supplier<@Nullable OtherHistory> reader) {
        try {
            return reader.get();
        } catch (DataAccessException refused) {
            throw new InstarException(
                    "What %s has recorded cannot be read: %s."
                            .formatted(tool, database.describe(refused).message()),
                    "Let this user read its table, or, if it is not that tool's, give it another name.",
                    refused);
        }
    }
}
