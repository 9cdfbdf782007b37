package dev.instar.boot.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.DriftSnapshots;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.Mode;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.StatusSnapshot;
import dev.instar.revision.expression.Target;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsHealthTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void isOutOfServiceWhileSomethingIsPending() {
        revisions();

        assertThat(health(Mode.VERIFY))
                .isEqualTo(Health.outOfService()
                        .withDetail("state", "PENDING")
                        .withDetail("current", List.of())
                        .withDetail("expected", List.of("002"))
                        .withDetail("pending", 2)
                        .withDetail("unknown", List.of())
                        .withDetail("edited", List.of())
                        .build());
    }

    @Test
    void isUpWhilePendingRevisionsAreSomebodyElsesBusiness() {
        revisions();

        assertThat(health(Mode.OFF).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isOutOfServiceWhileAnAppliedRevisionIsEdited() {
        RevisionFolder revisions = revisions();
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        revisions.write("002_seed_data.sql", "SELECT 'something else';");

        Health health = health(Mode.MIGRATE);

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsEntry("state", "UP_TO_DATE").containsEntry("edited", List.of("002"));
        assertThat(health(Mode.OFF).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isUpWithADetailWhenTheDatabaseIsAhead() {
        revisions();
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        folder.resolve("002_seed_data.sql").toFile().delete();

        Health health = health(Mode.MIGRATE);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry("state", "AHEAD")
                .containsEntry("unknown", List.of("002"))
                .containsEntry("expected", List.of("001"));
    }

    @Test
    void isDownAfterARunThatFailed() {
        revisions().write("003_broken.sql", "SELECT nothing;");
        Instar instar = instar();
        assertThatThrownBy(() -> instar.upgrade(Target.HEADS, Trigger.COMMAND)).isInstanceOf(StepFailedException.class);

        Health health = health(instar, Mode.MIGRATE);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("state", "FAILED").containsEntry("pending", 1);
    }

    @Test
    void isDownWithoutNamingAnybodyWhenTheDatabaseIsNotThere() {
        Instar unreachable = new Instar(
                new DriverManagerDataSource("jdbc:postgresql://localhost:1/none", "somebody", "secret"),
                InstarSettings.DEFAULT);

        assertThat(health(unreachable, Mode.MIGRATE))
                .isEqualTo(Health.down()
                        .withDetail("state", "UNREACHABLE")
                        .withDetail("expected", List.of())
                        .withDetail("problem", "The database could not be asked how it stands; the log says why.")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"001", "002-1", "head"})
    void saysWhereTheTargetLeadsWhenTheDatabaseIsNotThere(String target) {
        revisions();

        assertThat(healthWithoutDatabase(target).getDetails())
                .containsEntry("expected", List.of(target.equals("head") ? "002" : "001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "oo1"})
    void saysNothingOfATargetThatTheFilesDoNotTell(String target) {
        revisions();

        assertThat(healthWithoutDatabase(target).getDetails()).doesNotContainKey("expected");
    }

    @Test
    void expectsNothingBeyondTheTarget() {
        revisions();
        instar().upgrade(Target.parse("001"), Trigger.COMMAND);

        assertThat(health(new Instar(database.dataSource(), settings("001")), Mode.VERIFY))
                .isEqualTo(Health.up()
                        .withDetail("state", "UP_TO_DATE")
                        .withDetail("current", List.of("001"))
                        .withDetail("expected", List.of("001"))
                        .withDetail("pending", 0)
                        .withDetail("unknown", List.of())
                        .withDetail("edited", List.of())
                        .build());
    }

    @Test
    void hasAnEntryForEachOfSeveralDatabases() {
        MigratedDatabases databases =
                new MigratedDatabases(List.of(migrated("orders", instar()), migrated("customers", instar())));

        CompositeHealthContributor contributor = (CompositeHealthContributor) new InstarHealthAutoConfiguration()
                .migrationsHealthContributor(
                        databases, new DefaultListableBeanFactory().getBeanProvider(DriftSnapshots.class));

        assertThat(contributor.stream().map(HealthContributors.Entry::name))
                .containsExactlyInAnyOrder("orders", "customers");
    }

    private RevisionFolder revisions() {
        return RevisionFolder.withTwoRevisions(folder);
    }

    private Instar instar() {
        return new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations("file:" + folder));
    }

    private Health healthWithoutDatabase(String target) {
        return health(
                new Instar(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none"), settings(target)),
                Mode.MIGRATE);
    }

    private InstarSettings settings(String target) {
        return InstarSettings.DEFAULT.withLocations("file:" + folder).withTarget(Target.parse(target));
    }

    private Health health(Mode mode) {
        return health(instar(), mode);
    }

    private static Health health(Instar instar, Mode mode) {
        return new MigrationsHealthIndicator(
                        new MigratedDatabase(
                                "db",
                                mode,
                                instar,
                                new StatusSnapshot("db", instar, Duration.ZERO, Duration.ofMinutes(1))),
                        null)
                .health();
    }

    private static MigratedDatabase migrated(String name, Instar instar) {
        return new MigratedDatabase(
                name, Mode.MIGRATE, instar, new StatusSnapshot(name, instar, Duration.ZERO, Duration.ofMinutes(1)));
    }
}
