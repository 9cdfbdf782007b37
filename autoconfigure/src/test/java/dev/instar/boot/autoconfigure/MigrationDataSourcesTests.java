package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.instar.TestDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.RevisionFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Which connections look and migrate. */
class MigrationDataSourcesTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final TestDatabase other = TestDatabase.create();
    private ApplicationContextRunner withoutDataSource;
    private ApplicationContextRunner runner;

    @BeforeEach
    void useTwoRevisions() {
        withoutDataSource = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues("instar.locations="
                        + RevisionFolder.withTwoRevisions(folder).location());
        runner = withoutDataSource
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres");
    }

    @Test
    void aStartDoesNotWakeThePool() {
        runner.run(context -> {
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            assertThat(pool.isRunning()).isFalse();
            assertThat(migrated(database)).isTrue();
            status(context);
            assertThat(pool.isRunning()).isTrue();
        });
    }

    @Test
    void noConnectionOutlivesAStart() {
        // The server notices the end of a connection a moment later.
        runner.run(context -> Awaitility.await()
                .until(() -> database.client()
                                .sql("SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'instar%'"
                                        + " AND datname = current_database()")
                                .query(Integer.class)
                                .single()
                        == 0));
    }

    @Test
    void connectionsAreLikeThoseOfThePool() {
        database.client().sql("CREATE SCHEMA shop").update();
        database.client().sql("CREATE SCHEMA audit").update();

        runner.withPropertyValues(
                        "spring.datasource.hikari.data-source-properties.currentSchema=audit",
                        "spring.datasource.hikari.schema=shop")
                .run(context -> assertThat(schemaOfCustomers()).containsExactly("shop"));
    }

    @Test
    void connectionsArePreparedLikeThoseOfThePool() {
        database.client().sql("CREATE SCHEMA shop").update();

        runner.withPropertyValues("spring.datasource.hikari.connection-init-sql=SET search_path TO shop")
                .run(context -> assertThat(schemaOfCustomers()).containsExactly("shop"));
    }

    @Test
    void theDataSourceBehindAPoolIsUsedDirectly() {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());

        withoutDataSource.withBean(DataSource.class, () -> pool).run(context -> {
            assertThat(migrated(database)).isTrue();
            assertThat(pool.isRunning()).isFalse();
        });
    }

    @Test
    void aLazyProxyIsLookedThrough() {
        runner.withPropertyValues("spring.datasource.connection-fetch=lazy").run(context -> {
            assertThat(context.getBean(DataSource.class)).isInstanceOf(LazyConnectionDataSourceProxy.class);
            assertThat(migrated(database)).isTrue();
            assertThat(context.getBean(MigrationDataSources.class).migrating())
                    .isInstanceOf(SimpleDriverDataSource.class);
        });
    }

    @Test
    void aDataSourceThatKeepsItsRecipeIsUsedItself() {
        DataSource secretive = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return database.dataSource().getConnection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return getConnection();
            }
        };

        withoutDataSource.withBean(DataSource.class, () -> secretive).run(context -> {
            assertThat(migrated(database)).isTrue();
            assertThat(context.getBean(MigrationDataSources.class).migrating()).isSameAs(secretive);
        });
        withoutDataSource
                .withBean(DataSource.class, () -> secretive)
                .withPropertyValues("instar.user=owner")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("'instar.user' is set, but where the database is cannot be seen"));
    }

    @Test
    void aUrlOfItsOwnComesBeforeTheApplicationsDataSource() {
        runner.withPropertyValues("instar.url=" + other.url(), "instar.user=postgres", "instar.password=postgres")
                .run(context -> {
                    assertThat(migrated(other)).isTrue();
                    assertThat(migrated(database)).isFalse();
                });
    }

    @Test
    void aUrlAloneIsForTheApplicationsUser() {
        runner.withPropertyValues("instar.url=" + other.url()).run(context -> {
            assertThat(migrated(other)).isTrue();
            assertThat(migrated(database)).isFalse();
        });
        other.client().sql("CREATE ROLE %s LOGIN SUPERUSER".formatted(owner())).update();
        other.client()
                .sql("DROP TABLE migration_history, migration_journal, customer")
                .update();
        runner.withPropertyValues("instar.url=%s?user=%s".formatted(other.url(), owner()))
                .run(context -> assertThat(other.client()
                                .sql("SELECT DISTINCT applied_by FROM migration_history")
                                .query(String.class)
                                .list())
                        .containsExactly(owner()));
    }

    @Test
    void aPasswordBesideAUrlIsForTheUserThatTheUrlNames() {
        DataSource application = DedicatedConnections.to(database.url(), "postgres", "postgres");

        assertThat(DedicatedConnections.to(other.url() + "?user=" + owner(), null, "secret", application))
                .isInstanceOfSatisfying(
                        SimpleDriverDataSource.class,
                        dataSource -> assertThat(dataSource.getPassword()).isEqualTo("secret"));
    }

    @Test
    void aUrlIsEnough() {
        withoutDataSource
                .withPropertyValues("instar.url=" + other.url(), "instar.user=postgres", "instar.password=postgres")
                .run(context -> assertThat(migrated(other)).isTrue());
    }

    @Test
    void anotherUserMigratesWhatTheApplicationsUserMayNotEvenSee() {
        database.client()
                .sql("CREATE ROLE owner_of_" + database.hashCode() + " LOGIN SUPERUSER")
                .update();

        runner.withPropertyValues("instar.user=owner_of_" + database.hashCode(), "instar.password=x")
                .run(context -> {
                    assertThat(database.client()
                                    .sql("SELECT DISTINCT applied_by FROM migration_history")
                                    .query(String.class)
                                    .list())
                            .containsExactly("owner_of_" + database.hashCode());
                    status(context);
                    assertThat(context.getBean(HikariDataSource.class).isRunning())
                            .isFalse();
                });
    }

    @Test
    void theMarkedDataSourceIsTheOne() {
        runner.withUserConfiguration(Marked.class)
                .withBean("otherUrl", String.class, other::url)
                .run(context -> {
                    assertThat(migrated(other)).isTrue();
                    assertThat(migrated(database)).isFalse();
                });
    }

    /** As where the application itself has connections of R2DBC that it makes by itself. */
    @Test
    void aMarkedDataSourceThatNobodyElseGetsIsEnough() {
        withoutDataSource
                .withUserConfiguration(Marked.class)
                .withBean("otherUrl", String.class, other::url)
                .run(context -> assertThat(migrated(other)).isTrue());
    }

    @Test
    void connectionDetailsWillDoWhereThereIsNoDataSource() {
        other.client().sql("CREATE ROLE %s LOGIN SUPERUSER".formatted(owner())).update();
        withoutDataSource
                .withBean(JdbcConnectionDetails.class, this::detailsOfTheOther)
                .withPropertyValues("instar.user=" + owner(), "instar.password=x")
                .run(context -> assertThat(other.client()
                                .sql("SELECT DISTINCT applied_by FROM migration_history")
                                .query(String.class)
                                .list())
                        .containsExactly(owner()));
    }

    private String owner() {
        return "owner_of_" + database.hashCode();
    }

    @Test
    void theDatabaseThatWasStartedForTheApplicationComesBeforeAUrl() {
        ConnectionDetails adapted = new ConnectionDetailsFactories(getClass().getClassLoader())
                .getConnectionDetails(detailsOfTheOther(), false)
                .get(InstarConnectionDetails.class);

        runner.withPropertyValues("spring.datasource.url=" + other.url(), "instar.url=" + database.url())
                .withBean(InstarConnectionDetails.class, () -> (InstarConnectionDetails) adapted)
                .run(context -> {
                    assertThat(migrated(other)).isTrue();
                    assertThat(migrated(database)).isFalse();
                    status(context);
                    assertThat(context.getBean(HikariDataSource.class).isRunning())
                            .isTrue();
                });
    }

    /** The driver alone gives each host ten seconds, and a connection is waited for twenty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://a,b/shop                     | jdbc:postgresql://a,b/shop
            jdbc:postgresql://a,b,c/shop                   | jdbc:postgresql://a,b,c/shop?connectTimeout=6
            jdbc:postgresql://a:1,b:2,c:3/shop?ssl=true    | jdbc:postgresql://a:1,b:2,c:3/shop?ssl=true&connectTimeout=6
            jdbc:postgresql://a,b,c/shop?connectTimeout=20 | jdbc:postgresql://a,b,c/shop?connectTimeout=20
            jdbc:postgresql://a/shop?options=a,b,c         | jdbc:postgresql://a/shop?options=a,b,c
            """)
    void allHostsOfAUrlAreAskedInTime(String url, String asked) {
        assertThat(asWritten(DedicatedConnections.to(url, "ada", null))).isEqualTo(asked);
    }

    /** A statement of its own, which the driver would send when it has connected, is a round trip more at every start. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?ssl=false", "?assumeMinServerVersion=9.4"})
    void theDriverNamesTheApplicationAsItConnects(String parameters) throws SQLException {
        DataSource dedicated = DedicatedConnections.to(database.url() + parameters, "postgres", "postgres");
        try (Connection connection = dedicated.getConnection()) {
            assertThat(database.client()
                            .sql("SELECT application_name, query FROM pg_stat_activity WHERE pid = ?")
                            .param(connection.unwrap(PGConnection.class).getBackendPID())
                            .query()
                            .singleRow())
                    .containsEntry("application_name", "PostgreSQL JDBC Driver")
                    .containsEntry("query", "");
        }
    }

    private static String asWritten(SimpleDriverDataSource dataSource) {
        return String.valueOf(dataSource.getUrl()).replaceFirst("[?&]assumeMinServerVersion=13$", "");
    }

    @ParameterizedTest
    @CsvSource({
        "r2dbc:postgresql://db:5433/shop,                              jdbc:postgresql://db:5433/shop, ada",
        "r2dbc:pool:postgresql://grace@db/shop?sslMode=VERIFY_FULL,    jdbc:postgresql://db/shop?sslmode=verify-full, grace",
        "r2dbcs:postgresql://db/shop?schema=Sales,                     jdbc:postgresql://db/shop?ssl=true&currentSchema=Sales, ada",
        "r2dbc:postgresql://db/shop?currentSchema=sales&sslmode=prefer, jdbc:postgresql://db/shop?sslmode=prefer&currentSchema=sales, ada",
        "'r2dbc:postgresql:failover://a:1,b/shop?targetServerType=primary', 'jdbc:postgresql://a:1,b/shop?targetServerType=primary', ada",
        "r2dbc:postgresql://db/a%20b?sslCert=/c&sslKey=/k&sslPassword=p%26q, jdbc:postgresql://db/a+b?sslcert=%2Fc&sslkey=%2Fk&sslpassword=p%26q, ada",
        "r2dbc:postgresql://db/shop?options=search_path=a%5C%20b;role=owner;, jdbc:postgresql://db/shop?options=-c+search_path%3Da%5C%5C%5C+b+-c+role%3Downer, ada"
    })
    void whereThereIsNoJdbcTheUrlOfR2dbcSaysWhere(String reactive, String url, String user) {
        withoutDataSource
                .withPropertyValues("spring.r2dbc.url=" + reactive, "spring.r2dbc.username=ada", "instar.mode=off")
                .run(context -> {
                    SimpleDriverDataSource migrating = (SimpleDriverDataSource)
                            context.getBean(MigrationDataSources.class).migrating();
                    assertThat(asWritten(migrating)).isEqualTo(url);
                    assertThat(migrating.getUsername()).isEqualTo(user);
                });
    }

    @Test
    void whatIsSaidBesideTheUrlOfR2dbcCountsToo() {
        withoutDataSource
                .withPropertyValues(
                        "spring.r2dbc.url=r2dbc:postgresql://db/shop?schema=other",
                        "spring.r2dbc.properties.schema=sales",
                        "spring.r2dbc.properties.sslMode=require",
                        "instar.mode=off")
                .run(context -> assertThat(asWritten((SimpleDriverDataSource)
                                context.getBean(MigrationDataSources.class).migrating()))
                        .isEqualTo("jdbc:postgresql://db/shop?sslmode=require&currentSchema=sales"));
    }

    @Test
    void r2dbcToAnotherProductIsNoWay() {
        withoutDataSource
                .withPropertyValues("spring.r2dbc.url=r2dbc:h2:mem:///shop")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("The application has no data source, and its R2DBC URL does not lead"));
    }

    @Test
    void aDataSourceThatLeadsNowhereWithoutAQuestionIsRefused() {
        AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
            @Override
            protected @Nullable Object determineCurrentLookupKey() {
                return null;
            }
        };
        routing.setTargetDataSources(Map.of("ours", database.dataSource(), "theirs", other.dataSource()));
        ApplicationContextRunner routed = withoutDataSource.withBean(DataSource.class, () -> routing);

        routed.run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining(
                        ("InstarException: The data source of type '%s' leads to one of several databases,"
                                        + " and while a service starts to none. Give it a default, mark the one to migrate with"
                                        + " '@InstarDataSource', or name each in 'instar.databases'.")
                                .formatted(routing.getClass().getName())));
        routed.withPropertyValues("instar.url=" + other.url(), "instar.user=postgres")
                .run(context -> assertThat(migrated(other)).isTrue());
    }

    private JdbcConnectionDetails detailsOfTheOther() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return other.url();
            }
        };
    }

    private static void status(ApplicationContext context) {
        context.getBean(MigratedDatabases.class).all().get(0).instar().status();
    }

    private List<String> schemaOfCustomers() {
        return database.client()
                .sql("SELECT schemaname FROM pg_tables WHERE tablename = 'customer'")
                .query(String.class)
                .list();
    }

    private static boolean migrated(TestDatabase database) {
        return database.client()
                .sql("SELECT to_regclass('migration_history') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean(defaultCandidate = false)
        @InstarDataSource
        DataSource forMigrating(String otherUrl) {
            return new SimpleDriverDataSource(new Driver(), otherUrl, "postgres", "postgres");
        }
    }
}
