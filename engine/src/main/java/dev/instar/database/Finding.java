package dev.instar.database;

import java.util.List;
import java.util.function.Supplier;

/**
 * A verdict with its reason.
 *
 * @param reason one sentence; empty where the verdict says it all
 * @param repairs the statements that put things right, each to be run outside a transaction
 */
public record Finding(Verdict verdict, String reason, List<String> repairs) {

    static final Finding DONE = new Finding(Verdict.DONE, "");
    static final Finding TO_RUN = new Finding(Verdict.TO_RUN, "");

    public Finding {
        repairs = List.copyOf(repairs);
    }

    Finding(Verdict verdict, String reason) {
        this(verdict, reason, List.of());
    }

    static Finding toRepair(String reason, List<String> repairs) {
        return new Finding(Verdict.TO_REPAIR, reason, repairs);
    }

    static Finding toRepair(String reason, String repair) {
        return toRepair(reason, List.of(repair));
    }

    /** What the server has just said; after a crash it has said nothing, and the catalog must be asked. */
    static Finding unlessCrashed(Moment moment, Supplier<Finding> catalog) {
        return moment == Moment.AFTER_CRASH ? catalog.get() : doneIf(moment == Moment.AFTER_SUCCESS);
    }

    static Finding doneIf(boolean done) {
        return done ? DONE : TO_RUN;
    }
}
