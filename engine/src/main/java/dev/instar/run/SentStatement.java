package dev.instar.run;

import dev.instar.script.ScriptStatement;

/** A statement that the server is given, and its place in the run. */
record SentStatement(CurrentStatement current, ScriptStatement statement) {

    /** Whether it is this that the server says it executes; of a long text it shows only the beginning. */
    boolean reads(String shown) {
        return !shown.isEmpty() && statement.text().startsWith(shown);
    }
}
