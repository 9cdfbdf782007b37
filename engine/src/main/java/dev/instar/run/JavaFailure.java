package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.revision.Origin;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A method of a Java revision threw something.
 *
 * @param place the class
 * @param transaction the one that it was part of
 */
record JavaFailure(
        Origin place, Throwable thrown, FailureKind kind, Duration took, Blockage blockage, String transaction)
        implements StepFailure {

    /** What was thrown, or something in its place that says as much of it as may be said. */
    @Override
    public Throwable cause() {
        if (!tellsSecrets(thrown)) {
            return thrown;
        }
        Throwable discreet = new IllegalStateException(Excerpt.withoutSecrets(thrown.toString()));
        discreet.setStackTrace(thrown.getStackTrace());
        return discreet;
    }

    /** The same of a method whose work cannot be taken back, and is not to be done twice. */
    JavaFailure forGood() {
        return new JavaFailure(place, thrown, FailureKind.REFUSED, took, blockage, transaction);
    }

    static boolean tellsSecrets(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return !Excerpt.withoutSecrets(message).equals(message)
                || thrown.getCause() != null && tellsSecrets(thrown.getCause())
                || Stream.of(thrown.getSuppressed()).anyMatch(JavaFailure::tellsSecrets);
    }

    @Override
    public String reason() {
        return "It threw a %s.".formatted(thrown.getClass().getName());
    }

    @Override
    public String detail() {
        return "%s at %s".formatted(Excerpt.withoutSecrets(thrown.toString()), origin());
    }

    private String origin() {
        StackTraceElement[] trace = thrown.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith(place.file())) {
                return element.toString();
            }
        }
        return place.toString();
    }
}
