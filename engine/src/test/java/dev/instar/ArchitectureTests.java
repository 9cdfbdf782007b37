package dev.instar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.instar.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    private static final String ROOF = "dev.instar";
    private static final Pattern ROW = Pattern.compile("\\| (?<floor>\\d) \\| `(?<room>dev\\.instar[a-z.]*)` \\|.*");
    private static final String[] PURE_ROOMS = {
        "dev.instar.revision..", "dev.instar.sql..", "dev.instar.plan..", "dev.instar.schema..", "dev.instar.diff.."
    };
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.instar");

    @TestFactory
    Stream<DynamicTest> roomUsesOnlyLowerFloors() throws IOException {
        Map<String, Integer> floors = floors();
        return floors.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room,
                        () -> noClasses()
                                .that(resideInAPackage(inside(room)))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(floors.keySet().stream()
                                        .filter(other -> floors.get(other) >= floors.get(room) && !other.equals(room))
                                        .map(ArchitectureTests::inside)
                                        .toArray(String[]::new)))
                                .allowEmptyShould(true)
                                .check(ENGINE)));
    }

    @Test
    void everyPackageBelongsToARoom() throws IOException {
        Set<String> rooms = floors().keySet();

        assertThat(ENGINE.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(rooms)
                        .anyMatch(room -> name.equals(room) || !room.equals(ROOF) && name.startsWith(room + ".")));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.instar.(**)").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void pureRoomsKnowNoDatabaseNoFilesNoClockAndNoLog() {
        noClasses()
                .that(resideInAnyPackage(PURE_ROOMS))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.nio.file..",
                        "java.net..",
                        "org.slf4j..",
                        "org.springframework.."))
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(ENGINE);
    }

    @Test
    void onlyTheRoomsNextToTheDriverKnowJdbc() {
        noClasses()
                .that(resideOutsideOfPackages(
                        "dev.instar.jdbc",
                        "dev.instar.database",
                        "dev.instar.history",
                        "dev.instar.lock",
                        "dev.instar.drift"))
                .and()
                .doNotHaveFullyQualifiedName(DatabaseUnavailableException.class.getName())
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql.."))
                .check(ENGINE);
    }

    @Test
    void onlyTheJdbcRoomOpensStatements() {
        noClasses()
                .that(resideOutsideOfPackages("dev.instar.jdbc"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.transaction.."))
                .orShould()
                .callMethod(Connection.class, "createStatement")
                .orShould()
                .callMethod(Connection.class, "prepareStatement", String.class)
                .check(ENGINE);
    }

    @Test
    void engineBuildsOnSpringJdbcAndNothingElseOfSpring() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .and(resideOutsideOfPackages(
                                "org.springframework.jdbc..",
                                "org.springframework.dao..",
                                "org.springframework.transaction..",
                                "org.springframework.core.io..",
                                // Says whether the application runs as it was built ahead of time.
                                "org.springframework.aot")))
                .check(ENGINE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(ENGINE.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as(room.getName())
                        .isTrue());
    }

    @Test
    void databaseProductsAreNotPublic() {
        classes().that().implement(Database.class).should().notBePublic().check(ENGINE);
    }

    @Test
    void atLeastHalfOfTheTypesAreNotPublic() {
        long all = ENGINE.stream().filter(JavaClass::isTopLevelClass).count();
        long open = ENGINE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(open * 2).as("%d of %d types are public", open, all).isLessThanOrEqualTo(all);
    }

    @Test
    void nobodyPrintsOrUsesAnotherLog() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(ENGINE);
        noClasses().should(USE_JAVA_UTIL_LOGGING).check(ENGINE);
        noClasses().should().callMethod(System.class, "exit", int.class).check(ENGINE);
    }

    /** A room with all that is in it; below the roof there is the whole house. */
    private static String inside(String room) {
        return room.equals(ROOF) ? room : room + "..";
    }

    private static Map<String, Integer> floors() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "architecture.md"))) {
            Map<String, Integer> floors = new TreeMap<>();
            lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> floors.put(row.group("room"), Integer.valueOf(row.group("floor"))));
            return floors;
        }
    }
}
