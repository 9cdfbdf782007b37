package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;

/**
 * Reads PostgreSQL's catalog with a number of queries that does not depend on its size. All of them see one snapshot,
 * and the server writes every name with its schema because the search path is empty.
 */
final class PostgreSqlCatalog {

    private static final String PIN = PostgreSqlSettings.MEANING + """
            , ('search_path', ''), ('extra_float_digits', '1'), ('bytea_output', 'hex'), ('quote_all_identifiers', 'off'),
            ('lc_monetary', 'C'), ('xmlbinary', 'base64'), ('jit', 'off')\
            """;

    private final Session session;
    private final CatalogScope scope;

    PostgreSqlCatalog(Session session, CatalogScope scope) {
        this.session = session;
        this.scope = scope;
    }

    Catalog read() {
        CatalogDraft draft = new CatalogDraft();
        if (hasChangedSomething()) {
            readWithinTransaction(draft);
        } else {
            session.inTransaction(() -> {
                session.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                readPinned(draft);
            });
        }
        return draft.toCatalog();
    }

    /** Whether the session is in the transaction in which the schema to be read was just created. */
    private boolean hasChangedSomething() {
        return session.isTrue("SELECT pg_current_xact_id_if_assigned() IS NOT NULL");
    }

    private void readWithinTransaction(CatalogDraft draft) {
        String path = session.texts("SELECT current_setting('search_path')").get(0);
        try {
            readPinned(draft);
        } finally {
            session.texts("SELECT set_config('search_path', ?, true)", path);
        }
    }

    private void readPinned(CatalogDraft draft) {
        PostgreSqlSettings.set(session, true, PIN);
        CatalogSession reading = new CatalogSession(session, scope);
        NamespaceQueries.read(reading, draft);
        new TypeQueries().read(reading, draft);
        RoutineQueries.read(reading, draft);
        RelationQueries.read(reading, draft);
        ConstraintQuery.read(reading, draft);
        IndexQuery.read(reading, draft);
        RuleQueries.read(reading, draft);
        UnmodelledQuery.read(reading, draft);
        DependencyQuery.read(reading, draft);
    }
}
