package dev.instar.benchmarks.candidate;

import java.util.List;

/** A revision that is to be sent. */
record Sent(String id, List<String> statements, String downgrade) {

    /** All statements as one text, which the driver takes apart again. */
    String text() {
        return String.join(";\n", statements);
    }
}
