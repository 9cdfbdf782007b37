package dev.instar.boot;

import dev.instar.revision.InstarException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what stopped the start and what to do about it, in place of a stack trace. */
final class InstarFailureAnalyzer extends AbstractFailureAnalyzer<InstarException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InstarException cause) {
        return new FailureAnalysis(cause.description().stripTrailing(), cause.action(), cause);
    }
}
