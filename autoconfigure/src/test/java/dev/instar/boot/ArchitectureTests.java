package dev.instar.boot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import org.junit.jupiter.api.Test;

class ArchitectureTests extends ArchitectureContract {

    ArchitectureTests() {
        super("dev.instar.boot");
    }

    @Test
    void nobodyPrints() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(rooms());
    }
}
