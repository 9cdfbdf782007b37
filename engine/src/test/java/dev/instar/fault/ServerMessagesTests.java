package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMessagesTests {

    @TempDir
    Path folder;

    @Test
    void aStatementThatSaysMoreThanThereIsRoomForIsHeardAllTheSame() throws Exception {
        Scene scene = new Scene(folder).revision("001_talkative.sql", """
                DO $$ BEGIN
                    FOR i IN 1..20000 LOOP RAISE NOTICE 'This is %: %', i, repeat('.', 5000); END LOOP;
                    FOR i IN 1..20000 LOOP RAISE WARNING 'Look at %: %', i, repeat('.', 5000); END LOOP;
                END $$;
                """);
        MigratorProcess process = scene.process();
        process.go();
        assertThat(process.exitCode())
                .as(() -> process.said().substring(0, 2000))
                .isZero();
        assertThat(process.said())
                .contains("WARN  dev.instar.server", "001_talkative.sql:1: Look at 100: ")
                .doesNotContain("Look at 101: ", "This is 1: ")
                .contains("001_talkative.sql:1: The server said 19900 more like this.");
    }
}
