package dev.instar.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which revisions belong together along {@code revises}; dependencies do not make lineage. The branch of a revision is
 * the revision itself, all its descendants, and its ancestors up to, and without, the previous branch or merge point.
 */
final class Branches {

    private final NumberedRevisions revisions;

    Branches(NumberedRevisions revisions) {
        this.revisions = revisions;
    }

    BitSet beginningAt(int number) {
        BitSet branch = revisions.children().reach(number);
        int member = number;
        while (revisions.parents().count(member) == 1) {
            member = revisions.parents().target(member, 0);
            if (revisions.children().count(member) > 1 || isMerge(member)) {
                break;
            }
            branch.set(member);
        }
        return branch;
    }

    BitSet lineageOf(int number) {
        BitSet lineage = revisions.children().reach(number);
        lineage.or(revisions.parents().reach(number));
        return lineage;
    }

    /** The labels whose branch the revision belongs to, in the order of the graph. */
    List<String> labelsOf(int number) {
        List<String> labels = new ArrayList<>();
        revisions.parents().reach(number).stream().forEach(ancestor -> addLabel(ancestor, labels));
        int member = number;
        while (revisions.children().count(member) == 1 && !isMerge(member)) {
            member = revisions.children().target(member, 0);
            if (isMerge(member)) {
                break;
            }
            addLabel(member, labels);
        }
        return labels;
    }

    private void addLabel(int number, List<String> labels) {
        String label = revisions.get(number).label();
        if (label != null) {
            labels.add(label);
        }
    }

    private boolean isMerge(int number) {
        return revisions.parents().count(number) > 1;
    }
}
