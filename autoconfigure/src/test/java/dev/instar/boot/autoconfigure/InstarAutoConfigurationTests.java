package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.MissingTablesException;
import dev.instar.PendingRevisionsException;
import dev.instar.TestDatabase;
import dev.instar.boot.InstarCustomizer;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.RevisionFolder;
import dev.instar.history.TableNames;
import dev.instar.plan.Plan;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

class InstarAutoConfigurationTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
            .withPropertyValues(
                    "spring.datasource.url=" + database.url(),
                    "spring.datasource.username=postgres",
                    "spring.datasource.password=postgres");

    @BeforeEach
    void useTwoRevisions() {
        runner = runner.withPropertyValues(
                "instar.locations=" + RevisionFolder.withTwoRevisions(folder).location());
    }

    @Test
    void migratesAtTheStart() {
        runner.run(context -> assertThat(customers()).isOne());
    }

    @Test
    void backsOffWithoutAnyWayToADatabase() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(InstarAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(Instar.class));
    }

    @Test
    void backsOffWithoutTheEngine() {
        runner.withClassLoader(new FilteredClassLoader(Instar.class))
                .run(context -> assertThat(context).doesNotHaveBean(InstarInitializer.class));
    }

    @Test
    void refusesToStartWhileSomethingIsPendingAndNamesIt() {
        runner.withPropertyValues("instar.mode=verify")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(PendingRevisionsException.class)
                        .hasMessageContaining("'001' Customers")
                        .hasMessageContaining("'002' Seed data"));
        assertThat(tables()).isEmpty();
    }

    @Test
    void startsWhenNothingIsPendingForTheVerifier() {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("instar.mode=verify")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesToStartWithoutTheTablesThatAreRequired() {
        runner.withPropertyValues("instar.verify.required-tables=customer,public.orders,migration_history,no name")
                .run(
                        context -> assertThat(context)
                                .getFailure()
                                .rootCause()
                                .isInstanceOf(MissingTablesException.class)
                                .hasMessage(
                                        "The database lacks what is required: 'public.orders' and 'no name'. Correct"
                                                + " 'instar.verify.required-tables', or find out who dropped what the revisions created."));
        runner.withPropertyValues(
                        "instar.verify.required-tables=customer, public.migration_history", "instar.mode=verify")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("instar.verify.required-tables=orders", "instar.mode=off")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void doesNothingWhenItIsOff() {
        runner.withPropertyValues("instar.mode=off")
                .run(context -> assertThat(context).hasSingleBean(Instar.class));
        assertThat(tables()).isEmpty();
    }

    @Test
    void needsNoDatabaseWhenItIsOff() {
        runner.withPropertyValues("instar.mode=off", "spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void usesAnEngineOfTheApplication() {
        runner.withBean("own", Instar.class, () -> new Instar(database.dataSource(), InstarSettings.DEFAULT))
                .run(context -> assertThat(context)
                        .hasSingleBean(Instar.class)
                        .doesNotHaveBean(MigrationDataSources.class)
                        .getBean(MigratedDatabases.class)
                        .extracting(databases -> databases.all().get(0).instar())
                        .isSameAs(context.getBean("own")));
        assertThat(tables()).isEmpty();
    }

    @Test
    void letsTheApplicationListen() {
        Listener listener = new Listener();

        runner.withBean(Listener.class, () -> listener)
                .run(context -> assertThat(listener.plans).hasSize(1));
    }

    @Test
    void tellsHibernateThatTheSchemaIsManaged() {
        runner.run(context -> {
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(database.dataSource())).isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    @Test
    void migratesAtTheStartEvenWhenBeansAreLazy() {
        runner.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(customers()).isOne());
    }

    @Test
    void recordsTheNameAndTheVersionOfTheApplication() {
        runner.withPropertyValues("spring.application.name=shop", "instar.application.version=1.4.2")
                .run(context -> {
                    assertThat(column("SELECT DISTINCT by_whom FROM migration_journal"))
                            .containsExactly("shop");
                    assertThat(column("SELECT DISTINCT application_version FROM migration_history"))
                            .containsExactly("1.4.2");
                });
    }

    @Test
    void givesTheOnlyDatabaseTheNameThatEndpointAndMetricsShow() {
        runner.run(
                context -> assertThat(context.getBean(MigratedDatabases.class).all())
                        .extracting(MigratedDatabase::name)
                        .containsExactly("dataSource"));
    }

    @Test
    void letsCustomizersChangeTheSettingsInTheirOrder() {
        runner.withUserConfiguration(Customizers.class)
                .run(context -> assertThat(
                                context.getBean(Instar.class).settings().tables())
                        .isEqualTo(new TableNames(null, "first_then_second", "dataSource")));
    }

    @Test
    void goesNoFartherThanTheTarget() {
        runner.withPropertyValues("instar.target=001").run(context -> {
            assertThat(customers()).isZero();
            MigratedDatabase database =
                    context.getBean(MigratedDatabases.class).all().get(0);
            assertThat(database.snapshot().lookAgain().state()).isEqualTo("UP_TO_DATE");
        });
        runner.withPropertyValues("instar.target=001", "instar.mode=verify")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues("instar.target=oo1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("No revision or label is called 'oo1'."));
    }

    @Test
    void isAStepOfTheStartup() {
        BufferingApplicationStartup startup = new BufferingApplicationStartup(1000);

        runner.withInitializer(context -> context.setApplicationStartup(startup))
                .run(context -> assertThat(startup.getBufferedTimeline().getEvents())
                        .map(TimelineEvent::getStartupStep)
                        .filteredOn(step -> step.getName().equals("instar.prepare"))
                        .singleElement()
                        .satisfies(step -> assertThat(step.getTags())
                                .map(tag -> tag.getKey() + "=" + tag.getValue())
                                .containsExactly("database=dataSource", "mode=MIGRATE")));
    }

    private int customers() {
        return database.client()
                .sql("SELECT count(*) FROM customer")
                .query(Integer.class)
                .single();
    }

    private List<String> tables() {
        return column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    }

    private List<String> column(String sql) {
        return database.client().sql(sql).query(String.class).list();
    }

    static final class Listener implements RunListener {

        private final List<Plan> plans = new ArrayList<>();

        @Override
        public void runStarted(Run run, Plan plan) {
            plans.add(plan);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        @Bean
        @Order(2)
        InstarCustomizer second() {
            return (database, settings) ->
                    settings.withTables(new TableNames(null, settings.tables().history() + "_then_second", database));
        }

        @Bean
        @Order(1)
        InstarCustomizer first() {
            return (database, settings) -> settings.withTables(new TableNames(null, "first", "first"));
        }
    }
}
