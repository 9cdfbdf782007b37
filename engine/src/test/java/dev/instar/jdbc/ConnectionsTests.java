package dev.instar.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opening a connection beside other work, and not for ever. */
class ConnectionsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Connection connection = (Connection) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                closed.countDown();
                return null;
            });

    @Test
    void theDriverConnectsWhileThisThreadDoesSomethingElse() {
        assertThat(Connections.open(new Slow(), PATIENCE, released::countDown)).isSameAs(connection);
        assertThat(closed.getCount()).isOne();
    }

    @Test
    void whatGoesWrongMeanwhileLeavesNoConnectionOpen() throws InterruptedException {
        assertThatThrownBy(() -> Connections.open(new Slow(), PATIENCE, () -> {
                    throw new IllegalStateException("meanwhile");
                }))
                .hasMessage("meanwhile");
        released.countDown();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aConnectionThatComesTooLateIsClosed() throws InterruptedException {
        assertThatThrownBy(() -> Connections.open(new Slow(), Duration.ofMillis(20), () -> {}))
                .isInstanceOf(CannotGetJdbcConnectionException.class)
                .hasStackTraceContaining("it gives no answer within 0.0 s");
        released.countDown();
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDriverThatIsBrokenIsNotTakenForAServerThatIsSilent() {
        released.countDown();
        assertThatThrownBy(() -> Connections.open(
                        new Slow() {
                            @Override
                            public Connection getConnection() {
                                throw new NoClassDefFoundError("org/example/Missing");
                            }
                        },
                        PATIENCE,
                        () -> {}))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    /** Gives a connection as soon as it is released. */
    private class Slow extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            try {
                released.await();
            } catch (InterruptedException interrupted) {
                throw new SQLException(interrupted);
            }
            return connection;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
