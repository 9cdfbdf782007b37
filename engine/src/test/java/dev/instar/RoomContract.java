package dev.instar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
import org.junit.jupiter.api.TestInstance;

/** What holds for every room in the table of floors, whichever module it lies in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RoomContract {

    private static final String ROOF = "dev.instar";
    private static final Pattern ROW = Pattern.compile("\\| (?<floor>\\d) \\| `(?<room>dev\\.instar[a-z.]*)` \\|.*");

    private final JavaClasses rooms;

    /** For the rooms of a module that are in these packages and below them. */
    protected RoomContract(String... packages) {
        rooms = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
    }

    protected final JavaClasses rooms() {
        return rooms;
    }

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
                                        .map(RoomContract::inside)
                                        .toArray(String[]::new)))
                                .allowEmptyShould(true)
                                .check(rooms)));
    }

    @Test
    void everyPackageBelongsToARoom() throws IOException {
        Set<String> names = floors().keySet();

        assertThat(rooms.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(names)
                        .anyMatch(room -> name.equals(room) || !room.equals(ROOF) && name.startsWith(room + ".")));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.instar.(**)").should().beFreeOfCycles().check(rooms);
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
                .check(rooms);
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
                .check(rooms);
    }

    @Test
    void roomsBuildOnSpringJdbcAndNothingElseOfSpring() {
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
                .orShould()
                .dependOnClassesThat(resideInAPackage("dev.instar.boot.."))
                .check(rooms);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(rooms.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as(room.getName())
                        .isTrue());
    }

    @Test
    void nobodyPrintsOrUsesAnotherLog() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(rooms);
        noClasses().should(USE_JAVA_UTIL_LOGGING).check(rooms);
        noClasses().should().callMethod(System.class, "exit", int.class).check(rooms);
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
