package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that a URL such as {@code jdbc:tc:postgresql:18:///shop} starts, and that ends with its last connection. */
class ContainerByUrlTests {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    Path folder;

    private List<Driver> others;

    @BeforeEach
    void standInForTheDriverThatNeedsContainers() throws SQLException {
        others = DriverManager.drivers()
                .filter(driver -> driver.getClass().getName().startsWith("org.testcontainers"))
                .toList();
        for (Driver other : others) {
            DriverManager.deregisterDriver(other);
        }
        DriverManager.registerDriver(new EphemeralDriver());
    }

    @AfterEach
    void putTheDriversBack() throws SQLException {
        DriverManager.deregisterDriver(DriverManager.getDriver(EphemeralDriver.URL));
        for (Driver other : others) {
            DriverManager.registerDriver(other);
        }
    }

    @Test
    void isTheOneThatTheApplicationUsesWhenItIsMigrated() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + EphemeralDriver.URL,
                        "spring.datasource.driver-class-name=" + EphemeralDriver.class.getName(),
                        "instar.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                .sql("SELECT count(*) FROM customer")
                                .query(Integer.class)
                                .single())
                        .isOne());
    }

    /** Forgets everything when nobody is connected any more, as the driver of Testcontainers does. */
    public static final class EphemeralDriver implements Driver {

        static final String URL = "jdbc:tc:postgresql:18:///shop";

        private static final AtomicInteger OPEN = new AtomicInteger();

        @Override
        public Connection connect(String url, Properties properties) throws SQLException {
            if (!acceptsURL(url)) {
                return null;
            }
            OPEN.incrementAndGet();
            Connection connection = DATABASE.dataSource().getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        boolean ends = method.getName().equals("close") && !connection.isClosed();
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getTargetException();
                        } finally {
                            if (ends && OPEN.decrementAndGet() == 0) {
                                DATABASE.client()
                                        .sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
                                        .update();
                            }
                        }
                    });
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(URL);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return true;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
