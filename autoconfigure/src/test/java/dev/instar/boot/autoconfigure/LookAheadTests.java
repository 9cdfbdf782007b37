package dev.instar.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.TestDatabase;
import dev.instar.boot.MinimalService;
import dev.instar.boot.RevisionFolder;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded ahead is what a start with nothing pending needs, beside the little that changes every day. */
class LookAheadTests {

    /** What else a service may have, which brings classes of its own. */
    private static final Pattern OPTIONAL = Pattern.compile(
            "spring-boot-(actuator|health|micrometer|web|servlet|starter-(actuator|web)).*|micrometer-core.*"
                    + "|spring-web.*|reactor.*|tomcat.*|r2dbc.*|spring-r2dbc.*|.*testcontainers.*");

    private static final Pattern LOADED =
            Pattern.compile("\\] ((?:dev\\.instar|org\\.postgresql)\\.[\\w.$]+) source: (?!.*test-classes).*");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void namesWhatAStartLoads() throws Exception {
        String revisions = RevisionFolder.withTwoRevisions(Files.createDirectory(folder.resolve("sql")))
                .location();
        new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations(revisions))
                .upgrade(Target.HEADS, Trigger.COMMAND);
        Set<String> loaded = start(revisions);
        Set<String> named = named();

        Set<String> forgotten = difference(loaded, named);
        Set<String> superfluous = difference(named, loaded);
        assertThat(forgotten)
                .as("not named in %s: %s", LookAhead.NAMES, forgotten)
                .hasSizeLessThan(loaded.size() / 10);
        assertThat(superfluous)
                .as("named there, and not loaded: %s", superfluous)
                .hasSizeLessThan(named.size() / 10);
    }

    @Test
    void findsEveryClassThatIsNamed() {
        assertThatCode(() -> new LookAhead().preinitialize()).doesNotThrowAnyException();
    }

    /** Nothing is loaded ahead in this one. */
    private Set<String> start(String revisions) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + log,
                "-Dspring.backgroundpreinitializer.ignore=true",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !OPTIONAL.matcher(
                                        Path.of(entry).getFileName().toString())
                                .matches())
                        .collect(Collectors.joining(File.pathSeparator)),
                MinimalService.class.getName(),
                "--spring.main.web-application-type=none",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--instar.locations=" + revisions));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        Set<String> loaded = new LinkedHashSet<>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .forEach(loaded::add);
        }
        return loaded;
    }

    private static Set<String> named() throws IOException {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LookAhead.class.getResourceAsStream(LookAhead.NAMES)),
                StandardCharsets.UTF_8))) {
            return names.lines().collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(without);
        return left;
    }
}
