package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.sql.StatementKind;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/** PostgreSQL 13 and later. */
final class PostgreSql implements Database {

    /** What the server brings itself has smaller numbers. A text, because a number would get the digits of the locale. */
    private static final String FIRST_OF_USERS = "16384";

    private static final String UNTRANSLATABLE = "22P05";

    private final PostgreSqlFailures failures = new PostgreSqlFailures();
    private final PostgreSqlSettings settings = new PostgreSqlSettings();
    private final PostgreSqlSessions sessions = new PostgreSqlSessions();

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean isBehind(Session session) {
        // The class that knows the product's name is the driver's largest, and nothing else of a start needs it.
        return isItsDriver(session) || session.product().equals(name());
    }

    private static boolean isItsDriver(Session session) {
        try {
            return session.hasDriver(PGConnection.class);
        } catch (NoClassDefFoundError another) {
            return false;
        }
    }

    @Override
    public void pin(Session session, String applicationName) {
        settings.pin(session, applicationName);
        sessions.stopWhenClientIsGone(session, true);
    }

    @Override
    public Map<String, String> settings(Session session) {
        return settings.read(session);
    }

    @Override
    public void giveBack(Session session, Map<String, String> before) {
        session.execute("RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; DISCARD TEMP; UNLISTEN *");
        settings.write(session, before);
    }

    @Override
    public void forgetNames(Session session) {
        session.execute("CLOSE ALL; DEALLOCATE ALL");
    }

    @Override
    public void pinTransaction(Session session, String applicationName, String namesLead) {
        settings.pinTransaction(session, applicationName, namesLead);
    }

    @Override
    public List<String> pinning() {
        return settings.pinning();
    }

    @Override
    public void leaveNothingBehind(Session session, boolean changed) {
        settings.leaveNothingBehind(session, changed);
    }

    @Override
    public void actAsItself(Session session, Map<String, String> before) {
        settings.actAsBefore(session, before, true);
    }

    @Override
    public @Nullable String schemaOf(Session session, String table) {
        return session.texts("""
                        SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.oid = to_regclass(quote_ident(?))
                        """, table).stream().findFirst().orElse(null);
    }

    @Override
    public boolean hasTable(Session session, String name) {
        try {
            return session.finds("""
                            SELECT relname FROM pg_class
                             WHERE oid = to_regclass(?) AND relkind IN ('r', 'p', 'v', 'm', 'f')
                            """, name);
        } catch (BadSqlGrammarException noName) {
            return false;
        }
    }

    @Override
    public boolean hasTablesBeside(Session session, String... names) {
        return session.finds(
                """
                        SELECT 1 FROM pg_class c
                         WHERE relkind IN ('r', 'p', 'f', 'm') AND relpersistence <> 't' AND oid >= %s
                           AND oid <> ALL (ARRAY[%s]::oid[])
                           AND NOT EXISTS (SELECT 1 FROM pg_depend
                                            WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
                         LIMIT 1
                        """.formatted(
                                FIRST_OF_USERS,
                                Stream.of(names).map(name -> "to_regclass(?)").collect(Collectors.joining(", "))),
                (Object[]) names);
    }

    @Override
    public String isInCurrentSchema(String table) {
        // A query of its own is answered once, and not anew for each row.
        return "tableoid = (SELECT to_regclass(quote_ident(current_schema()) || '.' || quote_ident('"
                + table.replace("'", "''") + "')))";
    }

    @Override
    public String oddities(String... tables) {
        return """
                SELECT string_agg(oid::regclass || odd, ', and ' ORDER BY oid) AS odd, coalesce(bool_or(hooked), false) AS hooked
                  FROM (SELECT oid,
                               CASE WHEN relkind <> 'r' THEN ' is no ordinary table'
                                    WHEN relpersistence <> 'p' THEN ' is unlogged, and a crash of the server empties it'
                                    WHEN row_security_active(oid) THEN ' has policies that may hide rows from this user'
                                    WHEN EXISTS (SELECT 1 FROM pg_inherits WHERE inhparent = oid)
                                    THEN ' shows rows of other tables that inherit from it'
                                    WHEN NOT EXISTS (SELECT 1 FROM pg_index WHERE indrelid = oid AND indisprimary)
                                    THEN ' has no primary key, as in the middle of a restore' END AS odd,
                               relhasrules
                                   OR EXISTS (SELECT 1 FROM pg_trigger
                                               WHERE tgrelid = c.oid AND tgtype & 3 = 3 AND tgtype & 20 > 0) AS hooked
                          FROM pg_class c WHERE oid IN (%s)) tables
                """.formatted(Stream.of(tables)
                .map(table -> "to_regclass('%s')".formatted(table.replace("'", "''")))
                .collect(Collectors.joining(", ")));
    }

    @Override
    public boolean canKeep(Session session, Supplier<String> text) {
        AtomicReference<@Nullable String> encoding = new AtomicReference<>();
        session.withDriver(
                PGConnection.class, connection -> encoding.set(connection.getParameterStatus("server_encoding")));
        try {
            return "UTF8".equals(encoding.get())
                    || !session.texts("SELECT ?", text.get()).isEmpty();
        } catch (DataAccessException refused) {
            if (UNTRANSLATABLE.equals(describe(refused).sqlState())) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public String digestOfRows(List<String> columns) {
        // Every start with thousands of revisions waits for it: to put the texts together and in order would take five
        // times as long.
        String row = "0";
        for (String column : columns) {
            row = "hashtextextended(coalesce((" + column + ")::text, '~'), " + row + ")";
        }
        return "count(*) || '/' || coalesce(sum(" + row + "), 0)";
    }

    @Override
    public String namesLead(Session session) {
        return session.texts("SELECT current_setting('search_path')").get(0);
    }

    @Override
    public void leadNamesTo(Session session, String where) {
        session.texts("SELECT set_config('search_path', ?, false)", where);
    }

    @Override
    public @Nullable String currentSchema(Session session) {
        return session.texts("SELECT current_schema()").stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean hasSchema(Session session, String name) {
        return session.finds("SELECT 1 FROM pg_namespace WHERE nspname = ?::name", name);
    }

    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public boolean isMissingTable(DataAccessException failure) {
        return failures.isMissingTable(failure);
    }

    @Override
    public FailureKind kindOf(DataAccessException failure) {
        return failures.kindOf(failure);
    }

    @Override
    public SqlError describe(DataAccessException failure) {
        return failures.describe(failure);
    }

    @Override
    public int refusedOf(List<String> together, DataAccessException failure) {
        return failures.refusedOf(together, failure);
    }

    @Override
    public List<ServerMessage> messages(Session session) {
        List<SQLWarning> warnings = session.takeWarnings();
        return warnings.isEmpty()
                ? List.of()
                : warnings.stream().map(failures::message).toList();
    }

    @Override
    public void copy(Session session, String statement, Reader data) {
        session.withDriver(PGConnection.class, connection -> {
            try {
                connection.getCopyAPI().copyIn(statement, data);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    @Override
    public boolean tryLock(Session session, long key) {
        return session.isTrue("SELECT pg_try_advisory_lock(?)", key);
    }

    @Override
    public boolean tryTransactionLock(Session session, long key, boolean shared) {
        String function = shared ? "pg_try_advisory_xact_lock_shared" : "pg_try_advisory_xact_lock";
        return session.isTrue("SELECT %s(?)".formatted(function), key);
    }

    @Override
    public void unlockAll(Session session) {
        session.execute("SELECT pg_advisory_unlock_all()");
    }

    @Override
    public @Nullable LockHolder lockHolder(Session session, long key) {
        return session.first(
                        """
                        SELECT a.pid, coalesce(a.application_name, ''), a.client_addr::text,
                               extract(epoch FROM clock_timestamp() - a.backend_start)::bigint
                          FROM pg_locks l
                          JOIN pg_stat_activity a USING (pid)
                         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND l.classid::bigint = (? >> 32) & 4294967295
                           AND l.objid::bigint = ? & 4294967295
                        """,
                        (row, number) -> new LockHolder(
                                row.getLong(1), row.getString(2), row.getString(3), Duration.ofSeconds(row.getLong(4))),
                        key,
                        key)
                .orElse(null);
    }

    @Override
    public boolean runsInTransaction(StatementKind kind) {
        return !PostgreSqlLoneStatements.mustRunAlone(kind);
    }

    @Override
    public LoneStatement lone(StatementKind kind, String statement) {
        return PostgreSqlLoneStatements.of(kind, statement);
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Catalog catalog(Session session, CatalogScope scope) {
        return new PostgreSqlCatalog(session, scope).read();
    }

    @Override
    public void prepareScratch(Session session) {
        settings.pinMeaning(session);
        session.execute("SET LOCAL check_function_bodies = off");
        session.execute("SET LOCAL lock_timeout = '5s'");
    }

    @Override
    public Set<String> namesOfExtensions(Session session, String schema) {
        return Set.copyOf(session.texts("""
                SELECT t.typname FROM pg_type t JOIN pg_depend d ON d.objid = t.oid AND d.classid = 'pg_type'::regclass
                 WHERE d.deptype = 'e' AND t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ?::name)
                 UNION
                SELECT p.proname FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass
                 WHERE d.deptype = 'e' AND p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = ?::name)
                 UNION
                SELECT o.opcname FROM pg_opclass o
                  JOIN pg_depend d ON d.objid = o.oid AND d.classid = 'pg_opclass'::regclass
                 WHERE d.deptype = 'e' AND o.opcnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ?::name)
                """, schema, schema, schema));
    }
}
