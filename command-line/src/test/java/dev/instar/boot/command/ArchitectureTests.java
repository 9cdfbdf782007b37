package dev.instar.boot.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import dev.instar.boot.ArchitectureContract;
import org.junit.jupiter.api.Test;

class ArchitectureTests extends ArchitectureContract {

    ArchitectureTests() {
        super("dev.instar.boot.command", "dev.instar.boot.entity", "dev.instar.autogenerate", "dev.instar.adopt");
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.instar.boot.command..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(rooms());
    }
}
