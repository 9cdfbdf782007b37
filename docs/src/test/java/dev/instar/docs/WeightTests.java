package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a service takes on with Instar stays light. */
class WeightTests {

    private static final long MEGABYTE = 1_000_000;
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<artifactId>(.*)</artifactId>");

    /** Of what {@code spring-boot-starter-jdbc} brings, that which the modules build on. */
    private static final List<String> THERE_ALREADY = List.of(
            "jspecify",
            "slf4j-api",
            "spring-beans",
            "spring-boot",
            "spring-boot-autoconfigure",
            "spring-boot-jdbc",
            "spring-boot-sql",
            "spring-context",
            "spring-core",
            "spring-jdbc",
            "spring-tx");

    @Test
    void whatEveryServiceCarriesIsSmallerThanAMegabyte() throws Exception {
        File engine = origin(Instar.class);
        File boot = origin(MigratedDatabase.class);
        assumeThat(List.of(engine, boot)).as("packaged, as in 'mvn verify'").allMatch(File::isFile);

        assertThat(engine.length() + boot.length())
                .as("%s of %d bytes and %s of %d", engine, engine.length(), boot, boot.length())
                .isLessThan(MEGABYTE);
    }

    @Test
    void nothingComesWithItThatTheStarterForJdbcDoesNotBring() throws IOException {
        assertThat(broughtBy("engine")).isSubsetOf(THERE_ALREADY);
        assertThat(broughtBy("autoconfigure")).contains("instar-engine").isSubsetOf(and("instar-engine"));
        assertThat(broughtBy("command-line"))
                .contains("picocli")
                .isSubsetOf(and("instar-engine", "instar-spring-boot", "picocli"));
    }

    private static File origin(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> broughtBy(String module) throws IOException {
        String pom = Files.readString(Path.of("..", module, "pom.xml"));
        return DEPENDENCY
                .matcher(pom.substring(0, pom.indexOf("</dependencies>")))
                .results()
                .map(MatchResult::group)
                .filter(text -> !text.contains("<scope>") && !text.contains("<optional>"))
                .map(text ->
                        NAME.matcher(text).results().findFirst().orElseThrow().group(1))
                .toList();
    }

    private static List<String> and(String... more) {
        return Stream.concat(THERE_ALREADY.stream(), Stream.of(more)).toList();
    }
}
