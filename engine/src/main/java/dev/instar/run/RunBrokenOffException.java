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
                "%s: %s. %s.".formatted(opening, words(cause), finished(done)),
                remedy + " and start again; the next run finds out what has happened and goes on.",
                cause);
    }

    private static String finished(List<StepReport> done) {
        return done.isEmpty() ? "Nothing had been finished" : "Finished were " + StepReport.listed(done);
    }

    /** The first line that the innermost of its causes says that says anything, without its full stop. */
    static String words(Throwable failure) {
        String text = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage();
            text = said == null || said.isBlank() ? text : said;
        }
        String line = text.strip().lines().findFirst().orElse(text);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
