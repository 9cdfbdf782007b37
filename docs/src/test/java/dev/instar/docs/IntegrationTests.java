package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A point of integration that a page claims is proved by a test that exists. */
class IntegrationTests {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = Path.of("integration.md");
    private static final Pattern PROOF = Pattern.compile("`(\\w+Tests)#(\\w+)`");

    @TestFactory
    Stream<DynamicTest> everyProofExists() throws IOException {
        List<Path> sources = sources();
        return PROOF.matcher(Files.readString(PAGE))
                .results()
                .map(proof -> DynamicTest.dynamicTest(
                        proof.group(),
                        () -> assertThat(sources)
                                .filteredOn(file -> file.endsWith(proof.group(1) + ".java"))
                                .anyMatch(file -> declares(file, proof.group(2)))));
    }

    @Test
    void everyPointIsProvedUnlessItIsNotOffered() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| ") && !line.contains("proved by"))
                .hasSizeGreaterThan(40)
                .allMatch(
                        line -> PROOF.matcher(line).find() || line.contains("not offered") || line.contains("above |"));
    }

    private static boolean declares(Path file, String method) {
        try {
            return Pattern.compile("\\b(void|Stream<DynamicTest>) " + method + "\\(")
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("engine", "autoconfigure", "command-line", "test-starter", "sample-app", "docs")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Tests.java")).forEach(all::add);
            }
        }
        return all;
    }
}
