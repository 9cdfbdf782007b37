package dev.instar.run;

import dev.instar.revision.Origin;

/** A method of a Java revision threw something. */
record JavaFailure(Origin place, Throwable cause) implements StepFailure {

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
