package dev.instar.history;

import dev.instar.plan.Plan;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the history says at one moment.
 *
 * @param applied the applied revisions in the order they were applied, those included that are being undone
 * @param halfDone revisions that a run began to apply or to undo without coming to the end
 */
public record HistorySnapshot(List<AppliedRevision> applied, List<HalfDone> halfDone) {

    static final HistorySnapshot EMPTY = new HistorySnapshot(List.of(), List.of());

    public HistorySnapshot {
        applied = List.copyOf(applied);
        halfDone = List.copyOf(halfDone);
    }

    /** Whether nothing is applied, not even half of something. */
    public boolean isEmpty() {
        return applied.isEmpty() && halfDone.isEmpty();
    }

    /**
     * Makes sure that a plan brings to its end whatever is half done.
     *
     * @param files the revisions of this build, if it may leave all others to the build that is at them, as long as it
     *     has nothing to run itself
     */
    public void refuseToLeaveHalfDone(Plan plan, @Nullable RevisionGraph files) {
        List<HalfDone> left = new ArrayList<>();
        for (HalfDone one : halfDone) {
            boolean mayBeLeft = plan.isEmpty() && files != null && !files.contains(one.revision());
            if (!mayBeLeft && !one.isAmong(plan.steps())) {
                left.add(one);
            }
        }
        if (!left.isEmpty()) {
            throw new HalfDoneException(left);
        }
    }

    /** Whether nothing was run of a revision, for each that is applied or half done. */
    public Map<RevisionId, Boolean> skipped() {
        Map<RevisionId, Boolean> skipped = new HashMap<>();
        for (HalfDone one : halfDone) {
            skipped.put(one.revision(), false);
        }
        for (AppliedRevision revision : applied) {
            skipped.put(revision.id(), revision.skipped());
        }
        return skipped;
    }

    public Optional<HalfDone> halfDone(RevisionId revision) {
        for (HalfDone one : halfDone) {
            if (one.revision().equals(revision)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
