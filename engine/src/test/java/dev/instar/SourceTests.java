package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the files of all modules to a size that a reader can take in. */
class SourceTests {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_MEDIAN = 60;

    @Test
    void noFileIsLongerThanAReaderCanTakeIn() throws IOException {
        assertThat(mainSources()).allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void mostFilesAreShort() throws IOException {
        List<Integer> lengths =
                mainSources().stream().map(SourceTests::lines).sorted().toList();

        assertThat(lengths.get(lengths.size() / 2)).isLessThan(LONGEST_MEDIAN);
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path main : mainFolders()) {
            try (Stream<Path> files = Files.walk(main)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** Nothing else is looked into: what is built beside may be gone a moment later. */
    private static List<Path> mainFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String parent : List.of("..", "../benchmarks")) {
            try (Stream<Path> modules = Files.list(Path.of(parent))) {
                modules.map(module -> module.resolve("src/main"))
                        .filter(Files::isDirectory)
                        .forEach(folders::add);
            }
        }
        return folders;
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
