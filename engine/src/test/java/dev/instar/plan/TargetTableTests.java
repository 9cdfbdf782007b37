package dev.instar.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the written table of graphs, commands and outcomes in {@code targets/*.txt}. */
class TargetTableTests {

    @TestFactory
    Stream<DynamicContainer> givesWhatTheTableSays() throws IOException {
        return files().stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file.getFileName().toString(),
                        cases(file).stream()
                                .map(row -> DynamicTest.dynamicTest(
                                        row.name(),
                                        () -> assertThat(row.actual()).isEqualTo(row.expected())))));
    }

    @Test
    void hasAtLeastFourHundredCasesAndSaysWhereAlembicDiffers() throws IOException {
        List<TargetCase> all = new ArrayList<>();
        for (Path file : files()) {
            assertThat(cases(file)).extracting(TargetCase::name).doesNotHaveDuplicates();
            all.addAll(cases(file));
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(400);
        assertThat(all).filteredOn(row -> !row.unlikeAlembic().isEmpty()).hasSizeGreaterThanOrEqualTo(50);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(TargetTableTests.class.getResource("/targets"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<TargetCase> cases(Path file) {
        try {
            return TargetTable.read(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
