package dev.instar;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code psql}, where it is installed. */
public final class Psql {

    private Psql() {}

    public static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
    }

    /** Runs a script as an administrator would; what psql says, with its exit code in the first line. */
    public static String run(TestDatabase database, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("instar", ".sql");
        try {
            Files.writeString(file, script);
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    "psql", "-X", "-q", "-f", file.toString(), database.url().replace("jdbc:", "")));
            builder.environment().put("PGUSER", "postgres");
            builder.environment().put("PGPASSWORD", "postgres");
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + "\n" + said;
        } finally {
            Files.delete(file);
        }
    }
}
