package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.revision.Origin;
import java.time.Duration;

/**
 * A method of a Java revision threw something.
 *
 * @param place the class
 */
record JavaFailure(Origin place, Throwable cause, FailureKind kind, Duration took, Blockage blockage)
        implements StepFailure {

    @Override
    public String reason() {
        return "It threw a %s.".formatted(cause.getClass().getName());
    }

    @Override
    public String detail() {
        return "%s at %s".formatted(cause, origin());
    }

    private String origin() {
        StackTraceElement[] trace = cause.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith(place.file())) {
                return element.toString();
            }
        }
        return place.toString();
    }
}
