package dev.instar.boot.aot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.InstarFailureAnalyzer;
import dev.instar.boot.actuate.MigrationsDescriptor;
import dev.instar.boot.actuate.MigrationsEndpoint;
import dev.instar.boot.aot.AheadOfTimeBuild.Ended;
import dev.instar.boot.autoconfigure.InstarProperties;
import dev.instar.script.RevisionIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided while an application is built, and what is left to the moment it runs. */
class AheadOfTimeTests {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:postgresql://localhost:1/none";

    @TempDir
    static Path folder;

    private static AheadOfTimeBuild built;

    private final TestDatabase database = TestDatabase.create();

    @BeforeAll
    static void build() throws IOException {
        built = AheadOfTimeBuild.of(
                AheadOfTimeService.class,
                folder,
                NOWHERE,
                "--instar.locations=classpath:aot/revisions",
                "--management.endpoints.web.exposure.include=migrations");
    }

    @Test
    void theModeIsObeyedThatIsSetWhenTheApplicationRuns() throws Exception {
        Ended refused = run("verify");
        assertThat(refused.exitCode()).as(refused.console()).isEqualTo(1);
        assertThat(refused.console()).contains("'001' Customers").doesNotContain("\tat ");

        Ended migrated = run("migrate-only");
        assertThat(migrated.exitCode()).as(migrated.console()).isZero();
        assertThat(migrated.console()).contains("Starting AOT-processed", "Applied 001 'Customers'");
        assertThat(database.client()
                        .sql("SELECT count(*) FROM customer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutADatabaseItStartsWhenItIsOff() throws Exception {
        Ended trained = built.run(NOWHERE, "--instar.mode=off", "--instar.locations=classpath:aot/revisions");

        assertThat(trained.exitCode()).as(trained.console()).isZero();
    }

    @Test
    void aDatabaseThatWasNotNamedWhenItWasBuiltIsRefused() throws Exception {
        Ended refused = run("migrate", "--instar.databases.shop.data-source=dataSource");

        assertThat(refused.exitCode()).as(refused.console()).isEqualTo(1);
        assertThat(refused.console())
                .contains("'instar.databases' is not what it was when this application was built ahead of time.")
                .doesNotContain("\tat ");
    }

    @Test
    void databasesThatAreNamedOnlyWhenItIsBuiltAreMissed(@TempDir Path elsewhere) throws Exception {
        AheadOfTimeBuild several = AheadOfTimeBuild.of(
                AheadOfTimeService.class, elsewhere, NOWHERE, "--instar.databases.shop.data-source=dataSource");

        Ended refused = several.run(NOWHERE);

        assertThat(refused.exitCode()).as(refused.console()).isEqualTo(1);
        assertThat(refused.console())
                .contains("'instar.databases' is not what it was when this application was built ahead of time.")
                .doesNotContain("\tat ");
    }

    @Test
    void revisionsAreFoundInTheIndexAndNowhereElse() throws IOException {
        assertThat(built.resource(RevisionIndex.RESOURCE))
                .isEqualTo("aot/revisions/:\naot/revisions/001_customers.sql\n");
        assertThat(metadata()).contains("aot/revisions/001_customers.sql", RevisionIndex.RESOURCE);
    }

    @Test
    void answersOfTheEndpointCanBeWritten() throws IOException {
        assertThat(metadata())
                .contains(
                        MigrationsEndpoint.class.getName(),
                        MigrationsDescriptor.class.getName(),
                        "dev.instar.boot.actuate.RevisionDescriptor",
                        "dev.instar.boot.actuate.RunDescriptor",
                        "dev.instar.boot.actuate.WriteAnswer$PlannedStep",
                        "dev.instar.boot.actuate.Refusal");
    }

    @Test
    void theEndpointCanBeWrittenWhenThatIsSwitchedOnWhereTheApplicationRuns() throws IOException {
        assertThat(metadata()).contains("dev.instar.boot.actuate.WritableWebExtension");
    }

    @Test
    void whatPropertiesAndFailuresNeedIsReachable() throws IOException {
        assertThat(metadata())
                .contains(
                        InstarProperties.class.getName(),
                        InstarFailureAnalyzer.class.getName(),
                        "dev.instar.boot.autoconfigure.MigrateOnlyEnvironment");
    }

    private static String metadata() throws IOException {
        return built.resource("META-INF/native-image/shop/shop/reachability-metadata.json")
                .replace("\\/", "/");
    }

    private Ended run(String mode, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--instar.locations=classpath:aot/revisions",
                "--instar.mode=" + mode));
        arguments.addAll(List.of(more));
        return built.run(arguments.toArray(String[]::new));
    }
}
