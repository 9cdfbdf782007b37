package dev.instar.adopt;

import dev.instar.database.Database;
import dev.instar.schema.QualifiedName;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where other tools keep their histories. No revision is asked about such a table.
 *
 * @param flywaySchema {@code null} for the schema in which the session creates tables
 * @param liquibaseSchema the same
 */
public record OtherTables(
        @Nullable String flywaySchema,
        String flyway,
        @Nullable String liquibaseSchema,
        String liquibase,
        String liquibaseLock)
        implements Predicate<QualifiedName> {

    static final String ALEMBIC = "alembic_version";

    @Override
    public boolean test(QualifiedName table) {
        return Set.of(flyway, liquibase, liquibaseLock, ALEMBIC).contains(table.name());
    }

    /** How a statement writes such a name. */
    static String written(@Nullable String schema, String table, Database database) {
        return (schema == null ? "" : database.quote(schema) + ".") + database.quote(table);
    }
}
