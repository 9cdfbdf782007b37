package dev.instar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.instar.database.Database;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTests extends RoomContract {

    private static final String[] PURE_ROOMS = {
        "dev.instar.revision..", "dev.instar.sql..", "dev.instar.plan..", "dev.instar.schema..", "dev.instar.diff.."
    };

    ArchitectureTests() {
        super("dev.instar");
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
                .check(rooms());
    }

    @Test
    void databaseProductsAreNotPublic() {
        classes().that().implement(Database.class).should().notBePublic().check(rooms());
    }

    @Test
    void atLeastHalfOfTheTypesAreNotPublic() {
        long all = rooms().stream().filter(JavaClass::isTopLevelClass).count();
        long open = rooms().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(open * 2).as("%d of %d types are public", open, all).isLessThanOrEqualTo(all);
    }
}
