package dev.instar.run;

import dev.instar.revision.Origin;
import dev.instar.script.Check;

/**
 * Something that had to be true was not.
 *
 * @param moment when it had to be true: "before" or "after"
 * @param answer what the query returned
 */
record CheckFailure(Check check, String moment, String answer, Throwable cause) implements StepFailure {

    @Override
    public Origin place() {
        return check.origin();
    }

    @Override
    public String reason() {
        return "Not true %s the upgrade: %s.".formatted(moment, check.text());
    }

    @Override
    public String detail() {
        return reason() + "\nThe query returned " + answer + ".";
    }
}
