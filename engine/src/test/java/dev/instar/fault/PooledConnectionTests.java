package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Where the connections that migrate belong to a pool. */
class PooledConnectionTests {

    @TempDir
    Path folder;

    @Test
    void aConnectionGoesBackToItsPoolAsItCame() throws Exception {
        Scene scene = new Scene(folder).revision("001_first.sql", """
                SET work_mem = '5MB';
                CREATE TABLE t (a int);
                CREATE INDEX CONCURRENTLY t_a ON t (a);
                SELECT pg_sleep(0.6);
                """);
        Pool pool = new Pool(scene.database().dataSource());
        assertThat(scene.instar(pool).upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
        Scene.await(() -> pool.out.get() == 0, "all connections are back");
        assertThat(pool.connections).hasSizeGreaterThan(1).allSatisfy(connection -> {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(left(connection)).isEmpty();
        });
        for (Connection connection : pool.connections) {
            connection.close();
        }
    }

    /** The driver's own name is a setting, too. */
    private static List<String> left(Connection connection) throws SQLException {
        List<String> left = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("""
                        SELECT name || '=' || setting FROM pg_settings
                         WHERE source = 'session' AND setting <> reset_val
                           AND (name, setting) <> ('application_name', 'PostgreSQL JDBC Driver')
                        UNION ALL
                        SELECT 'lock ' || pid FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                        """)) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        return left;
    }

    /** Never closes what it has opened. */
    private static final class Pool extends DelegatingDataSource {

        private final List<Connection> connections = new ArrayList<>();
        private final AtomicInteger out = new AtomicInteger();

        Pool(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public synchronized Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connections.add(connection);
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
