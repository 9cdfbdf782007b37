package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.history.NewerTablesException;
import dev.instar.lock.LockUnavailableException;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Where the connections belong to a pool that has prepared them, and that puts nothing back when they return. */
class PooledConnectionTests {

    private static final int PATIENCE_OF_THE_POOL = 54_321;

    @TempDir
    Path folder;

    private Scene scene;
    private Pool pool;
    private Instar instar;

    @BeforeEach
    void aPoolWhoseConnectionsActAsSomebodyElse() {
        scene = new Scene(folder).waitingAtMost(Duration.ofMillis(20));
        scene.sql(
                "CREATE ROLE %1$s; GRANT %1$s TO CURRENT_USER; GRANT ALL ON SCHEMA public TO %1$s".formatted(owner()));
        pool = new Pool(
                scene.database().dataSource(),
                "SET TimeZone = 'America/New_York'; SET work_mem = '7MB'; SET app.tenant = 'seven'; SET ROLE "
                        + owner());
        instar = scene.instar(pool);
    }

    @AfterEach
    void closeThem() throws SQLException {
        for (Connection connection : pool.came.keySet()) {
            connection.close();
        }
        scene.sql("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(owner()));
    }

    @Test
    void theyGoBackAsTheyCameBehindARun() throws SQLException {
        scene.revision("001_first.sql", """
                SET work_mem = '5MB';
                CREATE TABLE t (a int);
                CREATE INDEX CONCURRENTLY t_a ON t (a);
                SELECT pg_sleep(0.6);
                """);
        assertThat(instar.upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        assertThat(pool.came).hasSizeGreaterThan(1);
        assertTheyWentBackAsTheyCame();
    }

    @Test
    void theyGoBackAsTheyCameBehindARunThatMayNotBegin() throws SQLException {
        scene.revision("001_first.sql", "CREATE TABLE t (a int)");
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
        scene.revision("002_second.sql", "CREATE TABLE u (a int)");
        scene.sql("UPDATE migration_journal SET row_count = 99 WHERE event = 'format'");
        Instar older = scene.instar(pool);
        assertThatThrownBy(() -> older.upgrade(Target.HEADS, Trigger.STARTUP)).isInstanceOf(NewerTablesException.class);
        assertTheyWentBackAsTheyCame();
    }

    @Test
    void theyGoBackAsTheyCameBehindARunThatWaitsInVain() throws SQLException {
        String key =
                "SELECT objid::bigint | (classid::bigint << 32) AS number FROM pg_locks WHERE locktype = 'advisory'";
        scene.revision("001_first.sql", "CREATE TABLE key AS " + key);
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
        scene.revision("002_second.sql", "CREATE TABLE u (a int)");
        try (Connection other = scene.database().dataSource().getConnection()) {
            other.createStatement().execute("SELECT pg_advisory_lock(number) FROM key");
            Instar later = scene.instar(pool);
            assertThatThrownBy(() -> later.upgrade(Target.HEADS, Trigger.STARTUP))
                    .isInstanceOf(LockUnavailableException.class);
        }
        assertTheyWentBackAsTheyCame();
    }

    @Test
    void theyGoBackAsTheyCameBehindALook() throws SQLException {
        instar.status(Duration.ofSeconds(2));
        instar.schema().remember();
        assertThat(instar.schema().driftBesideRuns(Duration.ofSeconds(2))).isPresent();
        assertTheyWentBackAsTheyCame();
    }

    @Test
    void whoTheyActAsIsRememberedBehindAScriptThatChangesSomething() {
        scene.revision("001_first.sql", "DO 'BEGIN NULL; END';\nCREATE TABLE a (id int)")
                .revision(
                        "002_second.sql", "CREATE TABLE b (id int, tenant text DEFAULT current_setting('app.tenant'))");
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
        assertThat(scene.values("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly(owner());
        assertThat(scene.values("SELECT DISTINCT applied_by FROM migration_history"))
                .containsExactly(owner());
    }

    @Test
    void soIsTheUserTheyWereMadeFor() throws SQLException {
        pool = new Pool(scene.database().dataSource(), "SET SESSION AUTHORIZATION " + owner());
        scene.revision("001_first.sql", "SET ROLE NONE;\nCREATE TABLE a (id int)")
                .revision("002_second.sql", "CREATE TABLE b (id int)");
        scene.instar(pool).upgrade(Target.HEADS, Trigger.STARTUP);
        assertThat(scene.values("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly(owner());
        assertTheyWentBackAsTheyCame();
    }

    @Test
    void theyGoBackWithoutTheLocksOfARevision() throws SQLException {
        scene.revision("001_first.sql", "SELECT pg_advisory_lock(42), pg_advisory_lock(42)");
        instar.upgrade(Target.HEADS, Trigger.STARTUP);
        assertTheyWentBackAsTheyCame();
    }

    private String owner() {
        return "owner_of_" + scene.database().name();
    }

    private void assertTheyWentBackAsTheyCame() throws SQLException {
        Scene.await(() -> pool.out.get() == 0, "all connections are back");
        for (Map.Entry<Connection, List<String>> connection : pool.came.entrySet()) {
            assertThat(state(connection.getKey())).isEqualTo(connection.getValue());
        }
    }

    /** The driver's own name is a setting, too, and one that is set to what it would be without is as good as none. */
    private static List<String> state(Connection connection) throws SQLException {
        List<String> state = new ArrayList<>();
        state.add("commits by itself: " + connection.getAutoCommit());
        state.add("waits: " + connection.getNetworkTimeout());
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT name || '=' || setting FROM pg_settings
                         WHERE source = 'session' AND setting IS DISTINCT FROM reset_val
                           AND (name, setting) <> ('application_name', 'PostgreSQL JDBC Driver')
                        UNION ALL SELECT 'role=' || current_setting('role')
                        UNION ALL SELECT 'user=' || session_user
                        UNION ALL
                        SELECT 'lock ' || pid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                        ORDER BY 1
                        """)) {
            while (rows.next()) {
                state.add(rows.getString(1));
            }
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        return state;
    }

    /** Never closes what it has opened. */
    private static final class Pool extends DelegatingDataSource {

        private final Map<Connection, List<String>> came = new LinkedHashMap<>();
        private final AtomicInteger out = new AtomicInteger();
        private final String preparation;

        Pool(DataSource dataSource, String preparation) {
            super(dataSource);
            this.preparation = preparation;
        }

        @Override
        public synchronized Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.createStatement().execute(preparation);
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, PATIENCE_OF_THE_POOL);
            came.put(connection, state(connection));
            out.incrementAndGet();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            out.decrementAndGet();
                            return null;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }
}
