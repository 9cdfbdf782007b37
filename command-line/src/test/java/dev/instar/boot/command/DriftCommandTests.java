package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.RevisionFolder;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.drift.DriftAutoConfiguration;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

class DriftCommandTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void write() {
        RevisionFolder.withTwoRevisions(folder);
    }

    @Test
    void findsWhatSomebodyChangedBehindTheBackOfTheRevisions() {
        call("upgrade", "--instar.drift.enabled=true").succeeds();
        assertThat(call("drift").succeeds().results()).startsWith("Nothing has changed since ");

        database.client().sql("ALTER TABLE customer ALTER name DROP NOT NULL").update();

        assertThat(call("drift").results()).isEqualTo("changed table public.customer\n");
        assertThat(call("drift").exitCode()).isEqualTo(3);
        call("drift", "--accept").succeeds();
        call("drift", "--json").succeeds();
    }

    @Test
    void saysThatNothingIsRemembered() {
        call("upgrade").succeeds();

        call("drift").failsWith(1, """
                instar: Nobody has remembered what the schema looks like.
                Set 'instar.drift.enabled=true' for runs to do so, or run 'instar drift --accept'.
                """);
    }

    private CommandLineCall call(String... words) {
        return CommandLineCall.of(Service.class, database, folder, words);
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        InstarAutoConfiguration.class,
        DriftAutoConfiguration.class
    })
    static class Service {}
}
