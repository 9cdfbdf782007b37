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

    private static final Pattern USED =
            Pattern.compile("Start class verification for: ((?:dev\\.instar|org\\.postgresql)\\.[\\w.$]+)$");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void namesWhatAStartLoads() throws Exception {
        String revisions = RevisionFolder.withTwoRevisions(Files.createDirectory(folder.resolve("sql")))
                .location();
        new Instar(database.dataSource(), InstarSettings.DEFAULT.withLocations(revisions))
                .upgrade(Target.HEADS, Trigger.COMMAND);
        List<String> log = start(revisions);
        Set<String> loaded = found(LOADED, log);
        Set<String> marked = named(true);
        Set<String> toBeUsed = named(false);
        Set<String> named = new LinkedHashSet<>(marked);
        named.addAll(toBeUsed);

        Set<String> forgotten = difference(loaded, named);
        Set<String> superfluous = difference(named, loaded);
        Set<String> wronglyMarked = new LinkedHashSet<>(found(USED, log));
        wronglyMarked.retainAll(marked);
        Set<String> notMarked = difference(toBeUsed, found(USED, log));
        assertThat(forgotten)
                .as("not named in %s: %s", LookAhead.NAMES, forgotten)
                .hasSizeLessThan(loaded.size() / 10);
        assertThat(superfluous)
                .as("named there, and not loaded: %s", superfluous)
                .hasSizeLessThan(named.size() / 10);
        assertThat(wronglyMarked)
                .as("marked there, and used: %s", wronglyMarked)
                .hasSizeLessThan(marked.size() / 10);
        assertThat(notMarked)
                .as("not marked there, and not used: %s", notMarked)
                .hasSizeLessThan(toBeUsed.size() / 10);
    }

    @Test
    void findsEveryClassThatIsNamed() {
        assertThatCode(() -> new LookAhead().preinitialize()).doesNotThrowAnyException();
    }

    /** Nothing is loaded ahead in this one. */
    private List<String> start(String revisions) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load,class+init:file=" + log,
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
        return Files.readAllLines(log);
    }

    private static Set<String> found(Pattern pattern, List<String> lines) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> named(boolean onlyLoaded) throws IOException {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LookAhead.class.getResourceAsStream(LookAhead.NAMES)),
                StandardCharsets.UTF_8))) {
            return names.lines()
                    .filter(name -> name.startsWith(LookAhead.ONLY_LOADED) == onlyLoaded)
                    .map(name -> name.replace(LookAhead.ONLY_LOADED, ""))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> left = new LinkedHashSet<>(all);
        left.removeAll(without);
        return left;
    }
}
