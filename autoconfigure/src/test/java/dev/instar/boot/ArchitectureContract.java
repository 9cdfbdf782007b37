package dev.instar.boot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.core.io.ClassPathResource;

/** What holds for the packages of every module that builds on Spring Boot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {

    private final JavaClasses rooms;

    /** For a module that consists of these packages and what is below them. */
    protected ArchitectureContract(String... packages) {
        rooms = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
    }

    protected final JavaClasses rooms() {
        return rooms;
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.instar.(**)").should().beFreeOfCycles().check(rooms);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(rooms.stream().map(JavaClass::getPackage).distinct())
                .allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as(room.getName())
                        .isTrue());
    }

    @Test
    void autoConfigurationsArePublicAndFinalAndOfferNothing() {
        classes()
                .that()
                .areAnnotatedWith(AutoConfiguration.class)
                .should()
                .bePublic()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .check(rooms);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(AutoConfiguration.class)
                .should()
                .notBePublic()
                .check(rooms);
    }

    @Test
    void autoConfigurationsAreRegistered() throws IOException {
        List<String> registered = new ClassPathResource(
                        "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(rooms.stream()
                        .filter(type -> type.isAnnotatedWith(AutoConfiguration.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    @Test
    void beanMethodsAreNotPublicAndDependOnNoClassThatMayBeMissing() {
        methods().that().areAnnotatedWith(Bean.class).should().notBePublic().check(rooms);
        noMethods().should().beAnnotatedWith(ConditionalOnClass.class).check(rooms);
    }

    @Test
    void conditionsAreNotPublic() {
        classes().that(assignableTo(Condition.class)).should().notBePublic().check(rooms);
    }

    @Test
    void atLeastHalfOfTheTypesAreNotPublic() {
        long all = rooms.stream().filter(JavaClass::isTopLevelClass).count();
        long open = rooms.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(open * 2).as("%d of %d types are public", open, all).isLessThanOrEqualTo(all);
    }
}
