package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.instar.Instar;
import dev.instar.TestDatabase;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.Mode;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.actuate.InstarEndpointAutoConfiguration;
import dev.instar.boot.actuate.MigrationsEndpoint;
import dev.instar.boot.health.InstarHealthAutoConfiguration;
import dev.instar.boot.metrics.InstarMetricsAutoConfiguration;
import dev.instar.fault.Proxy;
import dev.instar.revision.InstarException;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Services with more than one database. */
class SeveralDatabasesTests {

    @TempDir
    Path orderFolder;

    @TempDir
    Path stockFolder;

    private final TestDatabase orders = TestDatabase.create();
    private final TestDatabase stock = TestDatabase.create();
    private ApplicationContextRunner runner;

    @BeforeEach
    void haveARevisionForEach() {
        new RevisionFolder(orderFolder).write("001_orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);");
        new RevisionFolder(stockFolder).write("s1.sql", """
                -- @revision s1
                -- @revises base
                -- @message Stock
                CREATE TABLE stock (id bigint PRIMARY KEY);""");
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withBean("stockDataSource", DataSource.class, stock::dataSource)
                .withBean("orders", DataSource.class, orders::dataSource)
                .withPropertyValues(
                        "instar.databases.stock.locations=file:" + stockFolder,
                        "instar.databases.orders.locations=file:" + orderFolder);
    }

    @Test
    void migratesEachInTheOrderOfTheirNames() {
        runner.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(Instar.class);
            assertThat(context.getBean(MigratedDatabases.class).all())
                    .extracting(MigratedDatabase::name)
                    .containsExactly("orders", "stock");
            assertThat(has(orders, "orders")).isTrue();
            assertThat(has(stock, "stock")).isTrue();
            assertThat(has(orders, "stock") || has(stock, "orders")).isFalse();
        });
    }

    @Test
    void hasAnEntryForEachAtTheEndpointInHealthAndInMetrics() {
        new RevisionFolder(stockFolder).write("s2.sql", "-- @revision s2\n-- @revises s1\nSELECT 1;");
        runner.withConfiguration(AutoConfigurations.of(
                        EndpointAutoConfiguration.class,
                        InstarEndpointAutoConfiguration.class,
                        InstarHealthAutoConfiguration.class,
                        InstarMetricsAutoConfiguration.class,
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class))
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "management.endpoints.web.exposure.include=migrations",
                        "instar.snapshot.timeout=1m",
                        "instar.databases.stock.mode=off")
                .run(context -> {
                    assertThat(context.getBean(MigrationsEndpoint.class)
                                    .migrations()
                                    .databases())
                            .hasSize(2)
                            .hasEntrySatisfying(
                                    "orders", shown -> assertThat(shown.state()).isEqualTo("UP_TO_DATE"))
                            .hasEntrySatisfying(
                                    "stock",
                                    shown -> assertThat(shown.pending()).isEqualTo(2));
                    assertThat(health(context))
                            .containsExactly(Map.entry("orders", Status.UP), Map.entry("stock", Status.UP));
                    assertThat(pending(context, "orders")).isZero();
                    assertThat(pending(context, "stock")).isEqualTo(2);
                });
    }

    @Test
    void asksAllThatGiveNoAnswerWhenAGaugeLooksAtOne() {
        assertThatAllAreAskedBy(context -> assertThat(pending(context, "north")).isNaN());
    }

    @Test
    void asksAllThatGiveNoAnswerWhenHealthLooksAtOne() {
        assertThatAllAreAskedBy(context -> assertThat(((HealthIndicator)
                                context.getBean("migrationsHealthContributor", CompositeHealthContributor.class)
                                        .getContributor("north"))
                        .health()
                        .getStatus())
                .isEqualTo(Status.DOWN));
    }

    private void assertThatAllAreAskedBy(Consumer<AssertableApplicationContext> lookAtNorth) {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        try (Proxy network = new Proxy(TestDatabase.port())) {
            network.fallSilent();
            ApplicationContextRunner services = new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(
                            InstarAutoConfiguration.class,
                            InstarHealthAutoConfiguration.class,
                            InstarMetricsAutoConfiguration.class,
                            MetricsAutoConfiguration.class,
                            CompositeMeterRegistryAutoConfiguration.class))
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withPropertyValues("instar.mode=off", "instar.snapshot.timeout=200ms");
            for (String name : List.of("north", "east", "south")) {
                services = services.withBean(name, DataSource.class, () -> through(network, name, asked))
                        .withPropertyValues("instar.databases.%s.locations=file:%s".formatted(name, orderFolder));
            }
            services.run(context -> {
                lookAtNorth.accept(context);
                Awaitility.await()
                        .untilAsserted(() -> assertThat(asked).containsExactlyInAnyOrder("north", "east", "south"));
            });
        }
    }

    private DataSource through(Proxy network, String name, Set<String> asked) {
        String port = ":" + network.port() + "/";
        String url = orders.url().replace(":" + TestDatabase.port() + "/", port);
        return new DelegatingDataSource(new DriverManagerDataSource(url, "postgres", "postgres")) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.add(name);
                return super.getConnection();
            }
        };
    }

    @Test
    void saysWhichOneFailed() {
        new RevisionFolder(stockFolder).write("s2.sql", "-- @revision s2\n-- @revises s1\nSELECT nothing;");

        runner.run(context -> assertThat(failure(context).description())
                .startsWith("Database 'stock': The upgrade of revision 's2'")
                .contains("column \"nothing\" does not exist"));
        assertThat(has(orders, "orders")).isTrue();
    }

    @Test
    void namesThePropertyOfTheOneThatFailed() {
        runner.withPropertyValues("instar.databases.stock.locations=file:/nowhere/at/all")
                .run(context -> assertThat(failure(context).action())
                        .isEqualTo("Create it, or correct 'instar.databases.stock.locations'."));
    }

    @Test
    void givesEachItsOwnTargetModeTablesAndPlaceholders() {
        new RevisionFolder(orderFolder).write("002_more.sql", "CREATE TABLE ${more} (id bigint);");
        new RevisionFolder(orderFolder).write("003_later.sql", "CREATE TABLE later (id bigint);");

        runner.withPropertyValues(
                        "instar.mode=verify",
                        "instar.history-table=history",
                        "instar.placeholders.more=wrong",
                        "instar.databases.orders.mode=migrate",
                        "instar.databases.orders.target=002",
                        "instar.databases.orders.history-table=order_history",
                        "instar.databases.orders.placeholders.more=extra",
                        "instar.databases.stock.mode=off")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(has(orders, "order_history")).isTrue();
                    assertThat(has(orders, "extra")).isTrue();
                    assertThat(has(orders, "later")).isFalse();
                    assertThat(has(stock, "stock")).isFalse();
                    MigratedDatabase shown =
                            context.getBean(MigratedDatabases.class).all().get(0);
                    assertThat(shown.snapshot().lookAgain().state()).isEqualTo("UP_TO_DATE");
                });
    }

    @Test
    void doesNothingToAnyOfThemWhenTheApplicationIsOff() {
        runner.withPropertyValues("instar.mode=off", "instar.databases.orders.mode=migrate")
                .run(context -> assertThat(
                                context.getBean(MigratedDatabases.class).all())
                        .extracting(MigratedDatabase::mode)
                        .containsOnly(Mode.OFF));
        assertThat(has(orders, "orders")).isFalse();
    }

    @Test
    void refusesAModeThatIsForTheWholeApplication() {
        runner.withPropertyValues("instar.databases.orders.mode=migrate-only")
                .run(context -> assertThat(failure(context))
                        .hasMessage("'instar.databases.orders.mode' is 'migrate-only', which is a mode of the whole"
                                + " application. Set 'instar.mode=migrate-only', and 'off' for the databases that shall"
                                + " be left out."));
    }

    @Test
    void migratesWithTheDataSourceThatIsMarkedForIt() {
        runner.withUserConfiguration(Marked.class)
                .withBean("other", TestDatabase.class, () -> stock)
                .withPropertyValues(
                        "instar.databases.stock.history-table=stock_history",
                        "instar.databases.stock.journal-table=stock_journal")
                .run(context -> {
                    assertThat(has(stock, "orders")).isTrue();
                    assertThat(has(orders, "orders")).isFalse();
                });
    }

    @Test
    void needsNoDataSourceForADatabaseWithAUrl() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues(
                        "instar.databases.far.url=" + orders.url(),
                        "instar.databases.far.user=postgres",
                        "instar.databases.far.password=postgres",
                        "instar.databases.far.locations=file:" + orderFolder)
                .run(context -> assertThat(has(orders, "orders")).isTrue());
    }

    @Test
    void saysThatADatabaseHasNoDataSource() {
        runner.withPropertyValues("instar.databases.billing.locations=file:" + orderFolder)
                .run(context -> assertThat(failure(context))
                        .hasMessage("Database 'billing': There is no data source for the database 'billing'."
                                + " Name one with 'instar.databases.billing.data-source', set"
                                + " 'instar.databases.billing.url', or call the bean 'billing' or"
                                + " 'billingDataSource'."));
        runner.withPropertyValues("instar.databases.orders.data-source=oders")
                .run(context -> assertThat(failure(context))
                        .hasMessage("Database 'orders': There is no data source 'oders', which"
                                + " 'instar.databases.orders.data-source' names. Did you mean 'orders'?"));
    }

    @Test
    void refusesTwoThatWouldShareAHistory() {
        runner.withPropertyValues("instar.databases.stock.data-source=orders")
                .run(context -> assertThat(failure(context))
                        .hasMessage("The databases 'orders' and 'stock' have one data source and one history table,"
                                + " 'migration_history'. Set 'instar.databases.stock.schema', or"
                                + " 'instar.databases.stock.history-table' and"
                                + " 'instar.databases.stock.journal-table'."));
    }

    @Test
    void refusesTwoThatWouldShareAJournal() {
        runner.withPropertyValues(
                        "instar.databases.stock.data-source=orders",
                        "instar.databases.stock.history-table=stock_history")
                .run(context -> assertThat(failure(context))
                        .hasMessage("The databases 'orders' and 'stock' have one data source and one journal table,"
                                + " 'migration_journal'. Set 'instar.databases.stock.schema', or"
                                + " 'instar.databases.stock.history-table' and"
                                + " 'instar.databases.stock.journal-table'."));
    }

    @Test
    void refusesTwoOfOneUrlThatShareAHistory() {
        ApplicationContextRunner beside = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues(
                        "instar.databases.stock.url=" + orders.url(),
                        "instar.databases.stock.user=postgres",
                        "instar.databases.stock.password=postgres",
                        "instar.databases.stock.locations=file:" + stockFolder,
                        "instar.databases.orders.locations=file:" + orderFolder);
        String refused = "The databases 'orders' and 'stock' have one URL and one history table, 'migration_history'."
                + " Set 'instar.databases.stock.schema', or 'instar.databases.stock.history-table' and"
                + " 'instar.databases.stock.journal-table'.";

        beside.withPropertyValues(
                        "instar.databases.orders.url=" + orders.url(),
                        "instar.databases.orders.user=postgres",
                        "instar.databases.orders.password=postgres")
                .run(context -> assertThat(failure(context)).hasMessage(refused));
        beside.withBean("orders", DataSource.class, () -> {
                    HikariDataSource pool = new HikariDataSource();
                    pool.setJdbcUrl(orders.url());
                    pool.setUsername("postgres");
                    pool.setPassword("postgres");
                    return pool;
                })
                .run(context -> assertThat(failure(context)).hasMessage(refused));
        assertThat(has(orders, "orders") || has(orders, "stock")).isFalse();
    }

    @Test
    void looksForTheTablesThatEachRequires() {
        runner.withPropertyValues(
                        "instar.verify.required-tables=orders", "instar.databases.stock.verify.required-tables=stock")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("instar.verify.required-tables=orders")
                .run(context -> assertThat(failure(context))
                        .hasMessage("Database 'stock': The database lacks what is required: 'orders'. Correct"
                                + " 'instar.databases.stock.verify.required-tables', or find out who dropped what the"
                                + " revisions created."));
    }

    @Test
    void migratesAtAUrlAsTheUserOfItsDataSource() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withBean("orders", DataSource.class, orders::dataSource)
                .withPropertyValues(
                        "instar.databases.orders.url=" + stock.url(),
                        "instar.databases.orders.locations=file:" + orderFolder)
                .run(context -> assertThat(has(stock, "orders")).isTrue());
    }

    @Test
    void givesARevisionInJavaToTheDatabaseThatNamesIt() {
        runner.withBean(FillStock.class)
                .run(context -> assertThat(failure(context))
                        .hasMessage("The revision '" + FillStock.class.getName() + "' is a bean and belongs to none of"
                                + " the databases 'orders' and 'stock'. Name its class in"
                                + " 'instar.databases.orders.java-revisions', or in that of another one."));
        runner.withBean(FillStock.class)
                .withPropertyValues("instar.databases.stock.java-revisions=" + FillStock.class.getName())
                .run(context -> assertThat(stock.client()
                                .sql("SELECT count(*) FROM stock")
                                .query(Integer.class)
                                .single())
                        .isOne());
    }

    @Test
    void tellsHibernateThatTheSchemaOfEachIsManaged() {
        runner.run(context -> {
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(context.getBean("orders", DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(orders.dataSource())).isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    private static Map<String, Status> health(AssertableApplicationContext context) {
        Map<String, Status> health = new LinkedHashMap<>();
        for (HealthContributors.Entry entry :
                context.getBean("migrationsHealthContributor", CompositeHealthContributor.class)) {
            health.put(
                    entry.name(),
                    ((HealthIndicator) entry.contributor()).health().getStatus());
        }
        return health;
    }

    private static double pending(AssertableApplicationContext context, String database) {
        return context.getBean(MeterRegistry.class)
                .get("instar.revisions.pending")
                .tag("database", database)
                .gauge()
                .value();
    }

    private static InstarException failure(AssertableApplicationContext context) {
        Throwable failure = context.getStartupFailure();
        while (failure != null && !(failure instanceof InstarException)) {
            failure = failure.getCause();
        }
        return (InstarException) failure;
    }

    private static boolean has(TestDatabase database, String table) {
        return database.client()
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean(defaultCandidate = false)
        @InstarDataSource("orders")
        DataSource forMigrating(TestDatabase other) {
            return other.dataSource();
        }
    }

    @RevisionHeader(id = "s2", revises = "s1", message = "Fill stock")
    static class FillStock implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql("INSERT INTO stock VALUES (1)").update();
        }
    }
}
