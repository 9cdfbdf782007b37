package dev.instar.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class paths that the build left behind, one for each subject. */
final class ClassPaths {

    private final Path home;

    /** Reads below the folder of the benchmarks. */
    ClassPaths(Path home) {
        this.home = home;
    }

    /** The benchmark's own classes, without what they were compiled against. */
    Path suiteClasses() {
        return home.resolve("suite/target/classes");
    }

    List<Path> of(String subject) throws IOException {
        String written = Files.readString(home.resolve("subjects/%s/target/class-path".formatted(subject)));
        return Stream.of(written.strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The jar of an artifact that the suite itself needs. */
    Path ofSuite(String artifact) throws IOException {
        String written = Files.readString(home.resolve("suite/target/class-path"));
        return Stream.of(written.strip().split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
                .findFirst()
                .orElseThrow();
    }

    static String joined(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
