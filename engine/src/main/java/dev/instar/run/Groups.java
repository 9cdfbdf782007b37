package dev.instar.run;

import dev.instar.history.HistorySnapshot;
import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import java.util.List;

/**
 * Finds the steps of a run that can be made together. Where the database was empty when the run began, nobody waits for
 * the locks that they keep for each other.
 */
final class Groups {

    /** A statement has no room for the parameters of more. */
    private static final int MOST_REVISIONS = 1_000;

    /** The server has room for so many locks, and others want some of them. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final Preparation preparation;
    private int most;

    private Groups(Preparation preparation, int most) {
        this.preparation = preparation;
        this.most = most;
    }

    /** Each step by itself. */
    static Groups none(Preparation preparation) {
        return new Groups(preparation, 1);
    }

    /** As many steps together as the settings say, if nothing is in the database that anybody could be working with. */
    static Groups of(RunContext context, Plan plan, HistorySnapshot history, Preparation preparation) {
        LockedSession locked = context.locked();
        RunManner manner = context.settings().manner();
        boolean possible = manner.groupSize() > 1
                && !manner.isOneTransaction()
                && plan.size() > 1
                && history.isEmpty()
                && locked.hold().keepsSession()
                && !StatementRunner.isLogging()
                && locked.history().isAlone(locked.session());
        return possible ? new Groups(preparation, Math.min(manner.groupSize(), MOST_REVISIONS)) : none(preparation);
    }

    /** The index behind the last of the steps that can be made together with this one; its own when it cannot be. */
    int end(List<Step> steps, int from) {
        int end = from;
        int characters = 0;
        while (end < steps.size() && end - from < most) {
            Outline outline = preparation.outline(steps.get(end));
            if (!outline.canShareTransaction() || outline.characters() > MOST_CHARACTERS - characters) {
                break;
            }
            characters += outline.characters();
            end++;
        }
        return end;
    }

    /** A group was refused, which may be because it was a group. */
    void refused() {
        most = Math.max(1, most / 2);
    }
}
