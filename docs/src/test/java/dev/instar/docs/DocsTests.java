package dev.instar.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a page shows is what a test or a file that is in use says. */
class DocsTests {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> TAKEN_FROM_SOMEWHERE = Set.of("sql", "java", "json", "properties", "text", "yaml");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)#:]+)(#[^)]*)?\\)");

    @TestFactory
    Stream<DynamicTest> snippetsEqualTheirSource() throws IOException {
        return pages().stream()
                .flatMap(DocsTests::snippets)
                .filter(snippet -> !snippet.from().isEmpty())
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.page().getFileName() + ":" + snippet.line(),
                        () -> assertThat(snippet.text()).isEqualTo(snippet.source(ROOT))));
    }

    @Test
    void codeAndOutputAreTakenFromSomewhere() throws IOException {
        assertThat(pages().stream()
                        .flatMap(DocsTests::snippets)
                        .filter(snippet -> TAKEN_FROM_SOMEWHERE.contains(snippet.language()))
                        .filter(snippet -> snippet.from().isEmpty()))
                .isEmpty();
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group("target")))
                        .as("link in %s", page)
                        .exists();
            }
        }
    }

    @Test
    void readmeShowsTheDependencyWithinASingleGlance() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));

        assertThat(lines).hasSizeLessThanOrEqualTo(150);
        assertThat(lines.subList(0, 14)).anyMatch(line -> line.contains("instar-spring-boot-starter"));
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains("<artifactId>instar-spring-boot-starter</artifactId>");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Stream<Snippet> snippets(Path page) {
        try {
            return Snippet.of(page).stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
