package dev.instar.sample.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnusableDatabaseFailureAnalyzerTests {

    @Test
    void showsDescriptionAndActionWhereverTheExceptionIsBuried() {
        UnusableDatabaseException unusable = new UnusableDatabaseException("It is broken.", "Mend it.");
        FailureAnalysis analysis =
                new UnusableDatabaseFailureAnalyzer().analyze(new IllegalStateException("bean", unusable));
        assertThat(analysis)
                .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
                .containsExactly("It is broken.", "Mend it.");
    }
}
