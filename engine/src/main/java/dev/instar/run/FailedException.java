package dev.instar.run;

/** Carries the failure of a step out of the transaction it ends. */
final class FailedException extends RuntimeException {

    private final transient StepFailure failure;

    FailedException(StepFailure failure) {
        super(failure.cause());
        this.failure = failure;
    }

    StepFailure failure() {
        return failure;
    }
}
