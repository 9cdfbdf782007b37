package dev.instar.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk with room for two megabytes, which only root can make. */
record SmallDisk(Path path) implements AutoCloseable {

    static SmallDisk mount(Path folder) throws IOException {
        Path path = Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "none", path.toString()),
                "Only root can mount a small disk");
        return new SmallDisk(path);
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    @Override
    public void close() {
        run("umount", "-l", path.toString());
    }
}
