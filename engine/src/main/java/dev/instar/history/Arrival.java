package dev.instar.history;

import dev.instar.revision.RevisionId;
import java.util.List;

/**
 * What a run that came to its goal wrote down for all who have the same goal later. As long as the history is what it
 * was then, there is nothing left to do for them, and nothing to read.
 *
 * @param goal what stands for the revisions and the target of the run, equal exactly when they are
 * @param applied how many revisions were applied then
 * @param pending how many of the goal's revisions were beyond its target
 * @param current where the database stood
 */
public record Arrival(String goal, int applied, int pending, List<RevisionId> current) {

    private static final String GAP = " ";

    public Arrival {
        current = List.copyOf(current);
    }

    /** How the journal keeps it, beside a digest of the history. */
    String memo(String historyDigest) {
        return String.join(
                GAP, goal, historyDigest, Integer.toString(applied), Integer.toString(pending), IdList.write(current));
    }

    static Arrival read(String memo) {
        String[] parts = memo.split(GAP, -1);
        return new Arrival(parts[0], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), IdList.read(parts[4]));
    }
}
