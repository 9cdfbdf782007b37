package dev.instar.run;

/** Carries a statement's failure out of the transaction it ends. */
final class StatementFailedException extends RuntimeException {

    private final transient StatementFailure failure;

    StatementFailedException(StatementFailure failure) {
        super(failure.cause());
        this.failure = failure;
    }

    StatementFailure failure() {
        return failure;
    }
}
