package dev.instar.run;

import dev.instar.database.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The connections a run has lost, and whether it makes sense to go on. */
final class Losses {

    /** Losing the connection at one and the same place again and again is that place's doing. */
    private static final int MOST_AT_ONE_PLACE = 5;

    private boolean none = true;
    private @Nullable Hold hold;
    private String place = "";
    private int atPlace;

    /** Whether that is the loss of the connection a run has; another one may be had in a moment. */
    static boolean isOne(Throwable failure) {
        return failure instanceof DataAccessException refused
                && !(refused instanceof CannotGetJdbcConnectionException)
                && Database.mayConnectLater(refused);
    }

    boolean none() {
        return none;
    }

    /** The session that was lost last, or {@code null} when it had not introduced itself. */
    @Nullable
    SessionName last() {
        return hold == null ? null : hold.name();
    }

    /** The connection that a run has now holds on to the database like that. */
    void using(Hold hold) {
        this.hold = hold;
    }

    /**
     * One more.
     *
     * @throws ConnectionLostException when that is one too many
     */
    void count(String place, List<StepReport> done, DataAccessException failure) {
        none = false;
        atPlace = place.equals(this.place) ? atPlace + 1 : 1;
        this.place = place;
        if (atPlace >= MOST_AT_ONE_PLACE) {
            throw new ConnectionLostException("%d times %s".formatted(atPlace, place), done, failure);
        }
    }
}
