package dev.instar.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shell everybody knows: all files in one transaction, no history. */
final class Psql {

    private Psql() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
    }

    static List<String> command(Place place, Path folder) throws IOException {
        Path all = folder.resolveSibling("all.psql");
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(
                    all, files.sorted().map("\\i '%s'"::formatted).collect(Collectors.joining("\n", "", "\n")));
        }
        return List.of(
                "psql",
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--single-transaction",
                "--file=" + all,
                "postgresql://postgres:postgres@127.0.0.1:%d/%s".formatted(place.port(), place.database()));
    }
}
