package dev.instar.script;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the directives right above a statement ask for.
 *
 * @param noTransaction whether it shall run by itself, outside the revision's transaction
 * @param timeout how long it may take, or {@code null} when nothing is said about that
 * @param allowed the hazards that somebody has looked at and accepts
 */
public record StatementOptions(
        boolean noTransaction, @Nullable Duration timeout, List<Allowance> allowed) {

    /** Nothing is asked for. */
    public static final StatementOptions NONE = new StatementOptions(false, null, List.of());

    public StatementOptions {
        allowed = List.copyOf(allowed);
    }

    /** A hazard that is accepted, and why. */
    public record Allowance(String hazard, String reason) {}
}
