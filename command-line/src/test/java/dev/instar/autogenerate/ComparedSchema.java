package dev.instar.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.database.Database;
import dev.instar.diff.ChangeScript;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database, and what it is held against. */
final class ComparedSchema implements AutoCloseable {

    final TestDatabase server = TestDatabase.create();
    final Session session = Session.open(server.dataSource());
    private final Database database = Database.of(session);

    ComparedSchema with(String sql) {
        session.execute(sql);
        return this;
    }

    SchemaComparison against(Language language, String sql, ComparisonOptions options) {
        return new SchemaComparer(session, database, table -> table.name().equals("migration_history"))
                .compare(new ScriptedSchema("the entities", sql, language), options);
    }

    SchemaComparison against(Language language, String sql) {
        return against(language, sql, ComparisonOptions.DEFAULT);
    }

    /** The statements that would be run. */
    String changes(Language language, String sql, @Nullable Extent extent, String... renames) {
        return text(against(language, sql, new ComparisonOptions(TableFilter.ALL, extent, List.of(renames))));
    }

    static String text(SchemaComparison comparison) {
        return comparison.upgrade().statements().stream()
                .map(statement -> (statement.remark().isEmpty() ? "" : "! ") + statement.sql())
                .collect(Collectors.joining("\n"));
    }

    void apply(SchemaComparison comparison) {
        apply(comparison.upgrade());
    }

    void apply(ChangeScript script) {
        session.inTransaction(() -> script.statements().forEach(statement -> session.execute(statement.sql())));
    }

    Catalog catalog() {
        return database.catalog(session, CatalogScope.everything());
    }

    void assertNothingIsLeftBehind() {
        assertThat(session.query(
                        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'instar%'",
                        (row, number) -> row.getString(1)))
                .isEmpty();
    }

    @Override
    public void close() {
        session.close();
    }
}
