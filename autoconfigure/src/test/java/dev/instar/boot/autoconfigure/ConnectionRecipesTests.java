package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.instar.Instar;
import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Revisions run as the application's own statements would: as the same user, and in the same schema. */
class ConnectionRecipesTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final TestDatabase other = TestDatabase.create();
    private ApplicationContextRunner runner;

    @BeforeEach
    void haveASchemaOfItsOwn() {
        database.client().sql("CREATE SCHEMA shop").update();
        other.client().sql("CREATE SCHEMA shop").update();
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues("instar.locations="
                        + RevisionFolder.withTwoRevisions(folder).location());
    }

    @Test
    void aPoolBesideADataSourcePreparesItsConnections() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setConnectionInitSql("SET search_path TO shop");

        assertMigratesShopOf(database, pool);
    }

    @Test
    void aPoolBesideADataSourceChoosesTheSchema() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setSchema("shop");

        assertMigratesShopOf(database, pool);
    }

    @Test
    void aPoolBesideADataSourceSaysWhoConnects() {
        String owner = "pooled_" + database.name();
        database.client().sql("CREATE ROLE %s LOGIN SUPERUSER".formatted(owner)).update();
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setUsername(owner);
        pool.setPassword("x");

        runner.withBean(DataSource.class, () -> pool)
                .run(context -> assertThat(database.client()
                                .sql("SELECT DISTINCT applied_by FROM migration_history")
                                .query(String.class)
                                .list())
                        .containsExactly(owner));
    }

    @Test
    void whomThePoolIsToldLaterConnectsThenToo() {
        String later = "later_" + database.name();
        database.client().sql("CREATE ROLE %s LOGIN SUPERUSER".formatted(later)).update();
        HikariDataSource pool = pool();

        runner.withBean(DataSource.class, () -> pool).run(context -> {
            Instar instar = context.getBean(Instar.class);
            instar.downgrade(Target.parse("001"), Trigger.COMMAND);
            pool.setCredentials(Credentials.of(later, "changed"));
            instar.upgrade(Target.HEADS, Trigger.COMMAND);

            assertThat(usersWhoApplied()).containsExactly("postgres", later);
        });
    }

    @Test
    void whoConnectsIsAskedOfThePoolsProvider() {
        HikariDataSource pool = pool();
        pool.setUsername(null);
        pool.setCredentialsProvider(() -> Credentials.of("postgres", "of the moment"));

        runner.withBean(DataSource.class, () -> pool).run(context -> {
            assertThat(usersWhoApplied()).containsExactly("postgres", "postgres");
            assertThat(pool.isRunning()).isFalse();
        });
    }

    private HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        return pool;
    }

    private List<String> usersWhoApplied() {
        return database.client()
                .sql("SELECT applied_by FROM migration_history ORDER BY migration_number")
                .query(String.class)
                .list();
    }

    @Test
    void aDataSourceWithoutAPoolChoosesTheSchema() {
        DriverManagerDataSource direct = new DriverManagerDataSource(database.url(), "postgres", "postgres");
        direct.setSchema("shop");

        assertMigratesShopOf(database, direct);
    }

    @Test
    void aDataSourceWithoutAPoolHasPropertiesForTheDriver() {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "shop");
        DriverManagerDataSource direct = new DriverManagerDataSource(database.url(), "postgres", "postgres");
        direct.setConnectionProperties(properties);

        assertMigratesShopOf(database, direct);
    }

    @Test
    void theDriversDataSourceHasPropertiesForItself() {
        PGSimpleDataSource direct = (PGSimpleDataSource) database.dataSource();
        direct.setCurrentSchema("shop");

        assertMigratesShopOf(database, direct);
    }

    @Test
    void anotherPoolPreparesItsConnections() {
        assertMigratesShopOf(database, new OtherPool(database.url()));
    }

    @Test
    void whatTheApplicationPutsAroundAPoolIsNotPassedBy() {
        assertMigratesShopOf(database, new InShop(pool()));
    }

    @Test
    void whatIsPutAroundTheMarkedDataSourceIsNotPassedBy() {
        runner.withBean("shop", TestDatabase.class, () -> database)
                .withUserConfiguration(Marked.class)
                .run(context -> assertThat(schemasOfCustomers(database)).containsExactly("shop"));
    }

    @Test
    void aUrlAloneIsAnotherAddressOfTheSameSchema() {
        ApplicationContextRunner pooled = runner.withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.url=" + other.url());

        pooled.withPropertyValues("spring.datasource.hikari.schema=shop")
                .run(context -> assertThat(schemasOfCustomers(other)).containsExactly("shop"));
        other.client().sql("DROP SCHEMA shop CASCADE").update();
        other.client().sql("CREATE SCHEMA shop").update();
        pooled.withPropertyValues("spring.datasource.hikari.connection-init-sql=SET search_path TO shop")
                .run(context -> assertThat(schemasOfCustomers(other)).containsExactly("shop"));
    }

    @Test
    void aUrlAloneIsForTheUserOfTheDataSourceInThePool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());

        runner.withBean(DataSource.class, () -> pool)
                .withPropertyValues("instar.url=" + other.url())
                .run(context -> assertThat(other.client()
                                .sql("SELECT DISTINCT applied_by FROM migration_history")
                                .query(String.class)
                                .list())
                        .containsExactly("postgres"));
    }

    private void assertMigratesShopOf(TestDatabase migrated, DataSource application) {
        runner.withBean(DataSource.class, () -> application).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(schemasOfCustomers(migrated)).containsExactly("shop");
        });
    }

    private static List<String> schemasOfCustomers(TestDatabase migrated) {
        return migrated.client()
                .sql("SELECT schemaname FROM pg_tables WHERE tablename = 'customer'")
                .query(String.class)
                .list();
    }

    /** As services write one for a role or a schema that the pool knows nothing of. */
    private static final class InShop extends DelegatingDataSource {

        InShop(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path TO shop");
            }
            return connection;
        }
    }

    /** With properties like those of Tomcat's pool. */
    public static final class OtherPool extends AbstractDataSource {

        private final String url;

        OtherPool(String url) {
            this.url = url;
        }

        public String getUrl() {
            return url;
        }

        public String getUsername() {
            return "postgres";
        }

        public String getPassword() {
            return "postgres";
        }

        public String getInitSQL() {
            return "SET search_path TO shop";
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
            try (Statement statement = connection.createStatement()) {
                statement.execute(getInitSQL());
            }
            return connection;
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean
        DataSource application(TestDatabase database) {
            return new DriverManagerDataSource(database.url(), "postgres", "postgres");
        }

        @Bean(defaultCandidate = false)
        @InstarDataSource
        DataSource forMigrating(TestDatabase database) {
            return new InShop(new DriverManagerDataSource(database.url(), "postgres", "postgres"));
        }
    }
}
