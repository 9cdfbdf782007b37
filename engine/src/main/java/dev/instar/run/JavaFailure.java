package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.revision.Origin;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A method of a Java revision threw something.
 *
 * @param place the class
 */
record JavaFailure(Origin place, Throwable thrown, FailureKind kind, Duration took, Blockage blockage)
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
