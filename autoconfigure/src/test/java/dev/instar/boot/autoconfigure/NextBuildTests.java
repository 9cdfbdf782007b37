package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.UnknownRevisionsException;
import dev.instar.boot.RevisionFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** One build of a service starts after another, on the same database and with other files. */
@ExtendWith(OutputCaptureExtension.class)
class NextBuildTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void startTheFirstBuild() {
        RevisionFolder.withTwoRevisions(folder);
        start("", context -> assertThat(context).hasNotFailed());
    }

    @Test
    void bringsTheOtherBranchToADatabaseThatHasOneAndNamesTheCommandThatJoinsThem() {
        branch("a1a1a1a1");
        start("", context -> assertThat(context).hasNotFailed());
        branch("b2b2b2b2");
        start("", context -> {
            Instar instar = context.getBean(Instar.class);
            assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
            assertThat(instar.status().position().applied()).hasSize(4);
            assertThat(instar.checkFiles())
                    .singleElement()
                    .asString()
                    .contains("There are 2 heads", "instar merge a1a1a1a1 b2b2b2b2");
        });
    }

    @Test
    void doesNotMindAnEditedComment() throws IOException {
        Path file = folder.resolve("001_customers.sql");
        Files.writeString(file, "-- They were called clients once.\n" + Files.readString(file));

        start("", context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({"warn, migrate", "warn, verify", "ignore, migrate", "ignore, verify"})
    void mayBeAnOlderOne(String policy, String mode, CapturedOutput output) throws IOException {
        Files.delete(folder.resolve("002_seed_data.sql"));

        start(
                policy,
                context -> assertThat(context.getBean(Instar.class).status().state())
                        .isEqualTo(State.AHEAD),
                "instar.mode=" + mode);

        assertThat(output.getOut().contains("The database is ahead of this build; no file explains '002' Seed data."))
                .isEqualTo(policy.equals("warn"));
    }

    @Test
    void mayNotBeAnOlderOneWhereThatIsRefused() throws IOException {
        Files.delete(folder.resolve("002_seed_data.sql"));

        start(
                "fail",
                context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(UnknownRevisionsException.class)
                        .hasMessageContaining("'002' Seed data"));
    }

    private void branch(String id) {
        new RevisionFolder(folder)
                .write(
                        id + ".sql",
                        "-- @revision %1$s\n-- @revises 002\nSELECT 1;\n-- @downgrade\nSELECT 1;".formatted(id));
    }

    private void start(String onUnknownRevision, Consumer<AssertableApplicationContext> check, String... more) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, InstarAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "instar.locations=file:" + folder,
                        "instar.on-unknown-revision=" + (onUnknownRevision.isEmpty() ? "warn" : onUnknownRevision))
                .withPropertyValues(more)
                .run(check::accept);
    }
}
