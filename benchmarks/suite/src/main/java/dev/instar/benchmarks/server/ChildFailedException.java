package dev.instar.benchmarks.server;

import java.nio.file.Path;
import java.util.List;

/** A measured process did not do what it was asked for. */
public final class ChildFailedException extends RuntimeException {

    ChildFailedException(String what, List<String> command, Path output) {
        super("%s: %s. What it said is in '%s'.".formatted(what, String.join(" ", command), output));
    }
}
