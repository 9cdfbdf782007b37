package dev.instar.boot;

import dev.instar.revision.InstarException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what stopped the start and what to do about it, in place of a stack trace. */
public final class InstarFailureAnalyzer extends AbstractFailureAnalyzer<InstarException> {

    /** What happened, and what to do about it. */
    public static FailureAnalysis describe(InstarException failure) {
        return new FailureAnalysis(failure.description().stripTrailing(), failure.action(), failure);
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InstarException cause) {
        return describe(cause);
    }
}
