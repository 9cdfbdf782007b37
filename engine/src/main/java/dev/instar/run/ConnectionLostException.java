package dev.instar.run;

import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import java.util.List;

/** The connection was lost and could not be got back, or was lost again and again at the same place. */
public final class ConnectionLostException extends InstarException {

    ConnectionLostException(String place, List<StepReport> done, Throwable cause) {
        super(
                "The connection to the database was lost %s, and the run could not go on: %s. %s."
                        .formatted(
                                place,
                                sentence(cause),
                                done.isEmpty()
                                        ? "Nothing had been finished"
                                        : "Finished were "
                                                + Listing.of(done.stream()
                                                        .map(report -> report.step()
                                                                .revision()
                                                                .id())
                                                        .toList())),
                "Start again when the database can be reached; the next run finds out what has happened and goes on.",
                cause);
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
