package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.RevisionFolder;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** No database is migrated that the application does not mean. */
class NamedWaysTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final TestDatabase other = TestDatabase.create();
    private ApplicationContextRunner runner;

    @BeforeEach
    void useTwoRevisions() {
        String location = RevisionFolder.withTwoRevisions(folder).location();
        runner = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
                .withPropertyValues("instar.locations=" + location, "instar.databases.shop.locations=" + location);
    }

    @Test
    void theDatabaseThatWasStartedForTheApplicationComesBeforeAUrl() {
        JdbcConnectionDetails started = new Details(database.url());
        ConnectionDetails adapted = new ConnectionDetailsFactories(getClass().getClassLoader())
                .getConnectionDetails(started, false)
                .get(InstarConnectionDetails.class);

        runner.withPropertyValues(
                        "instar.databases.shop.data-source=dataSource",
                        "instar.databases.shop.url=" + other.url(),
                        "instar.databases.shop.user=nobody")
                .withBean(JdbcConnectionDetails.class, () -> started)
                .withBean(InstarConnectionDetails.class, () -> (InstarConnectionDetails) adapted)
                .run(context -> {
                    assertThat(isMigrated(other)).isFalse();
                    assertThat(isMigrated(database)).isTrue();
                });
    }

    @Test
    void aMarkForADatabaseThatNobodyNamesIsRefused() {
        runner.withBean("main", TestDatabase.class, () -> database)
                .withUserConfiguration(MarkedForStock.class)
                .withPropertyValues("instar.databases.shop.data-source=first")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The data source 'second' is marked for the database 'stock', which"
                                + " 'instar.databases' does not name. There is 'shop'."));
        assertThat(isMigrated(database)).isFalse();
    }

    @Test
    void aMarkWithoutANameIsRefusedWhereDatabasesHaveNames() {
        runner.withBean("main", TestDatabase.class, () -> database)
                .withUserConfiguration(Marked.class)
                .withPropertyValues("instar.databases.shop.data-source=first")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The data source 'second' is marked, but not for which of the databases 'shop'."
                                + " Name it in the mark, as in '@InstarDataSource(\"shop\")'."));
        assertThat(isMigrated(database)).isFalse();
    }

    @Test
    void aMarkWithANameIsRefusedWhereThereIsOneDatabase() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withBean("main", TestDatabase.class, () -> database)
                .withUserConfiguration(MarkedForStock.class)
                .withPropertyValues("instar.locations=" + new RevisionFolder(folder).location())
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The data source 'second' is marked for the database 'stock', and"
                                + " 'instar.databases' names none. Mark it with '@InstarDataSource' alone, or set"
                                + " 'instar.databases.stock.data-source=second'."));
        assertThat(isMigrated(database)).isFalse();
    }

    @Test
    void severalDatabasesThatWereStartedAreNobodysUntilTheApplicationChooses() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withBean("one", JdbcConnectionDetails.class, () -> new Details(database.url()))
                .withBean("two", JdbcConnectionDetails.class, () -> new Details(other.url()))
                .withBean(DataSource.class, database::dataSource)
                .withPropertyValues(
                        "instar.locations=" + new RevisionFolder(folder).location(),
                        "instar.url=" + database.url(),
                        "instar.user=postgres")
                .run(context -> assertThat(isMigrated(database)).isTrue());
    }

    @Test
    void ofSeveralThatWereStartedForItTheApplicationsDataSourceChooses() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withBean("one", InstarConnectionDetails.class, () -> new InstarDetails(other.url()))
                .withBean("two", InstarConnectionDetails.class, () -> new InstarDetails(database.url()))
                .withBean(DataSource.class, database::dataSource)
                .withPropertyValues("instar.locations="
                        + RevisionFolder.withTwoRevisions(folder).location())
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(isMigrated(database)).isTrue();
        assertThat(isMigrated(other)).isFalse();
    }

    @Test
    void aDataSourceOfTheContextAboveIsFoundByItsName() {
        new ApplicationContextRunner()
                .withBean("shopDataSource", DataSource.class, database::dataSource)
                .run(above -> new ApplicationContextRunner()
                        .withParent(above)
                        .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                        .withPropertyValues("instar.databases.shop.locations="
                                + RevisionFolder.withTwoRevisions(folder).location())
                        .run(context -> assertThat(context).hasNotFailed()));
        assertThat(isMigrated(database)).isTrue();
    }

    @Test
    void anEngineOfTheContextAboveIsNotLeftIdle() {
        InstarSettings settings = InstarSettings.DEFAULT.withLocations(
                RevisionFolder.withTwoRevisions(folder).location());
        new ApplicationContextRunner()
                .withBean(DataSource.class, database::dataSource)
                .withBean(Instar.class, () -> new Instar(database.dataSource(), settings))
                .run(above -> new ApplicationContextRunner()
                        .withParent(above)
                        .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                        .run(context -> assertThat(context).hasNotFailed()));
        assertThat(isMigrated(database)).isTrue();
    }

    @Test
    void aDataSourceBelowTheContextWithTheEngineIsNotLeftOutWithoutAWord() {
        RevisionFolder revisions = RevisionFolder.withTwoRevisions(folder);
        ApplicationContextRunner service = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .withPropertyValues("instar.locations=" + revisions.location());
        service.withBean(DataSource.class, database::dataSource).run(above -> {
            service.withParent(above).run(context -> assertThat(context).hasNotFailed());
            ApplicationContextRunner below =
                    service.withParent(above).withBean("orders", DataSource.class, other::dataSource);
            below.run(context -> assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                            "Nobody would migrate the database of 'orders': Instar migrates that of the context above"
                                    + " this one. Declare an 'Instar' for it, name it in 'instar.databases', or set"
                                    + " 'instar.mode=off', in this context."));
            assertThat(isMigrated(other)).isFalse();
            InstarSettings settings = InstarSettings.DEFAULT.withLocations(revisions.location());
            below.withBean("forOrders", Instar.class, () -> new Instar(other.dataSource(), settings))
                    .run(context -> assertThat(
                                    context.getBean(MigratedDatabases.class).all())
                            .extracting(MigratedDatabase::name)
                            .containsExactly("forOrders", "instar"));
            assertThat(isMigrated(other)).isTrue();
            below.withPropertyValues("instar.mode=off")
                    .run(context -> assertThat(context).hasNotFailed());
        });
    }

    private static boolean isMigrated(TestDatabase database) {
        return database.client()
                .sql("SELECT to_regclass('migration_history') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    private record Details(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }

    private record InstarDetails(String getJdbcUrl) implements InstarConnectionDetails {

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean
        @Primary
        DataSource first(TestDatabase main) {
            return main.dataSource();
        }

        @Bean
        @InstarDataSource
        DataSource second(TestDatabase main) {
            return main.dataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedForStock {

        @Bean
        @Primary
        DataSource first(TestDatabase main) {
            return main.dataSource();
        }

        @Bean
        @InstarDataSource("stock")
        DataSource second(TestDatabase main) {
            return main.dataSource();
        }
    }
}
