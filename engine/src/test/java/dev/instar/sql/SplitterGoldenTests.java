package dev.instar.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder in {@code src/test/resources/splitter} is a case: {@code input.sql} and {@code expected.txt}. A file
 * {@code line-end.txt} says {@code CRLF} or {@code CR} when the lines shall end so.
 */
class SplitterGoldenTests {

    static final Path CASES = Path.of("src/test/resources/splitter");

    @TestFactory
    Stream<DynamicTest> splitsAsTheGoldenFilesSay() throws IOException {
        List<Path> cases = cases();
        assertThat(cases).hasSizeGreaterThan(40);
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void check(Path folder) throws IOException {
        assertThat(Transcript.of(input(folder))).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    static String input(Path folder) throws IOException {
        String input = Files.readString(folder.resolve("input.sql"));
        Path lineEnd = folder.resolve("line-end.txt");
        if (!Files.exists(lineEnd)) {
            return input;
        }
        String name = Files.readString(lineEnd).strip();
        return input.replace("\n", name.replace("CR", "\r").replace("LF", "\n"));
    }
}
