package dev.instar.run;

import dev.instar.revision.InstarException;
import java.util.List;

/** A run ended between its statements, where none of them had failed. What it had finished stays. */
public class RunBrokenOffException extends InstarException {

    RunBrokenOffException(String place, List<StepReport> done, Throwable cause) {
        this("The run broke off " + place, done, "Put that right", cause);
    }

    RunBrokenOffException(String opening, List<StepReport> done, String remedy, Throwable cause) {
        super(
                "%s: %s. %s.".formatted(opening, Innermost.words(cause), finished(done)),
                remedy + " and start again; the next run finds out what has happened and goes on.",
                cause);
    }

    private static String finished(List<StepReport> done) {
        return done.isEmpty() ? "Nothing had been finished" : "Finished were " + StepReport.listed(done);
    }
}
