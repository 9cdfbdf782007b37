package dev.instar.run;

import java.util.List;

/** The connection was lost and could not be got back, or was lost again and again at the same place. */
public final class ConnectionLostException extends RunBrokenOffException {

    ConnectionLostException(String place, List<StepReport> done, Throwable cause) {
        super(
                "The connection to the database was lost %s, and the run could not go on".formatted(place),
                done,
                "Make sure that the database can be reached",
                cause);
    }
}
