package dev.instar.run;

/** One of several statements that were sent together was refused, and nobody knows which. */
final class RefusedTogetherException extends RuntimeException {

    RefusedTogetherException(Throwable cause) {
        super(cause);
    }
}
