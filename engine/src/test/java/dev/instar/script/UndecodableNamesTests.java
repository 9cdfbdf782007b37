package dev.instar.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A container whose image sets no locale runs Java with ASCII for the names of files, whatever they are. */
@EnabledOnOs(OS.LINUX)
class UndecodableNamesTests {

    @TempDir
    Path folder;

    /** What runs in the process. */
    public static void main(String[] arguments) {
        Revisions revisions = Revisions.read(List.of("file:" + arguments[0]));
        revisions.graph().inOrder().forEach(revision -> System.out.println(revision.id()));
    }

    @Test
    void filesWhoseNamesLookTheSameAreAllRead() throws Exception {
        // 'ü.sql' and 'ö.sql'
        create("\\303\\274.sql", "-- @revision a\\n-- @revises base\\nSELECT 1;\\n");
        create("\\303\\266.sql", "-- @revision b\\n-- @revises base\\nSELECT 1;\\n");

        assertThat(read().lines()).containsExactlyInAnyOrder("a", "b");
    }

    private void create(String name, String content) throws IOException, InterruptedException {
        run(new ProcessBuilder("sh", "-c", "printf -- '%s' > \"$(printf '%s')\"".formatted(content, name))
                .directory(folder.toFile()));
    }

    private String read() throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                UndecodableNamesTests.class.getName(),
                folder.toString());
        java.environment().put("LC_ALL", "C");
        return run(java);
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
