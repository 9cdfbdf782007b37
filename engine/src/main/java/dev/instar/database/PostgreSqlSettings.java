package dev.instar.database;

import dev.instar.jdbc.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What PostgreSQL's sessions and transactions have set while revisions run, and how that is taken back. */
final class PostgreSqlSettings {

    private static final Logger log = LoggerFactory.getLogger(ServerMessage.LOG);

    /** What could make the same statement mean something else. */
    static final String MEANING = "('TimeZone', 'UTC'), ('DateStyle', 'ISO, MDY'), ('IntervalStyle', 'postgres'),"
            + " ('standard_conforming_strings', 'on')";

    /** The same, and what would end a session that takes its time; older servers do not have all of that. */
    private static final String PINNED = MEANING + """
            , ('idle_in_transaction_session_timeout', '0'), ('idle_session_timeout', '0'), ('transaction_timeout', '0'),
            ('client_min_messages', ?), ('application_name', ?)""";

    private static final String USER = "session_authorization";
    private static final String ROLE = "role";
    private static final Set<String> NO_SETTINGS = Set.of(USER, ROLE, Database.SERVER);

    /** What has been set over this connection since it was opened, by a pool for example; who it acts as, and where, is on no list. */
    Map<String, String> read(Session session) {
        Map<String, String> set = new LinkedHashMap<>();
        session.query("""
                SELECT name, setting FROM pg_settings WHERE source = 'session'
                 UNION ALL SELECT ?, session_user
                 UNION ALL SELECT ?, current_setting('role')
                 UNION ALL SELECT ?, extract(epoch FROM pg_postmaster_start_time())::text
                """, (row, number) -> set.put(row.getString(1), row.getString(2)), USER, ROLE, Database.SERVER);
        return set;
    }

    /** Sets all that again; as whom the session acts comes last, who may perhaps not set the rest. */
    void write(Session session, Map<String, String> settings) {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!NO_SETTINGS.contains(setting.getKey())) {
                session.texts("SELECT set_config(?, ?, false)", setting.getKey(), setting.getValue());
            }
        }
        actAsBefore(session, settings, false);
    }

    /** Acts as the session with these settings did: for good, or until the transaction ends. */
    void actAsBefore(Session session, Map<String, String> settings, boolean transaction) {
        String user = settings.get(USER);
        session.texts("""
                SELECT CASE WHEN session_user <> ? THEN set_config('session_authorization', ?, ?) END,
                       set_config('role', ?, ?)
                """, user, user, transaction, settings.get(ROLE), transaction);
    }

    /**
     * The driver announces the JVM's time zone, and with it a change of type may or may not rewrite a table. The
     * keep-alive lets a server notice within half a minute that the machine of a client is gone.
     */
    void pin(Session session, String applicationName) {
        set(
                session,
                false,
                PINNED
                        + ", ('tcp_keepalives_idle', '10'), ('tcp_keepalives_interval', '5'), ('tcp_keepalives_count', '4')",
                wantedMessages(),
                applicationName);
    }

    /** Who is at the other end of the connection is a pooler: keep-alive is its own business. */
    void pinTransaction(Session session, String applicationName, String namesLead) {
        set(session, true, PINNED + ", ('search_path', ?)", wantedMessages(), applicationName, namesLead);
        // A pooler whose client dies hangs up, and the server shall hear that, where it can and has the setting.
        session.execute("""
                DO $$
                BEGIN
                    PERFORM set_config('client_connection_check_interval', '2s', true)
                      WHERE current_setting('client_connection_check_interval', true) IS NOT NULL;
                EXCEPTION WHEN invalid_parameter_value THEN
                END $$
                """);
    }

    /** Pins, for a transaction that is taken back, what could make the same statement mean something else. */
    void pinMeaning(Session session) {
        set(session, true, MEANING);
    }

    /**
     * Sets what the server has a setting for, for good or until the transaction ends.
     *
     * @param settings names and values, as rows
     */
    static void set(Session session, boolean transaction, String settings, Object... values) {
        session.texts("""
                SELECT set_config(name, value, %s) FROM (VALUES %s) AS wanted (name, value)
                 WHERE current_setting(name, true) IS NOT NULL
                """.formatted(transaction, settings), values);
    }

    /** A statement can have hundreds of thousands of things to say, and most of them nobody wants to read. */
    private static String wantedMessages() {
        return log.isDebugEnabled() ? "notice" : "warning";
    }

    List<String> pinning() {
        return List.of(
                "SET client_encoding = 'UTF8'",
                "SET TimeZone = 'UTC'",
                "SET DateStyle = 'ISO, MDY'",
                "SET IntervalStyle = 'postgres'",
                "SET standard_conforming_strings = on",
                "SET statement_timeout = 0",
                "SET idle_in_transaction_session_timeout = 0",
                "DO $$ BEGIN PERFORM set_config('transaction_timeout', '0', false)"
                        + " WHERE current_setting('transaction_timeout', true) IS NOT NULL; END $$");
    }

    /** What the driver depends on is put back at once where the server's own default would be something else. */
    void leaveNothingBehind(Session session, boolean changed) {
        session.execute("RESET SESSION AUTHORIZATION; RESET ROLE; CLOSE ALL; UNLISTEN *; DISCARD TEMP;"
                + " SELECT pg_advisory_unlock_all()");
        if (changed) {
            session.execute("""
                    DO $$
                    DECLARE
                        encoding text := current_setting('client_encoding');
                        dates text := current_setting('DateStyle');
                    BEGIN
                        RESET ALL;
                        IF current_setting('client_encoding') <> encoding THEN
                            PERFORM set_config('client_encoding', encoding, false);
                        END IF;
                        IF current_setting('DateStyle') <> dates THEN
                            PERFORM set_config('DateStyle', dates, false);
                        END IF;
                    END $$
                    """);
        }
    }
}
