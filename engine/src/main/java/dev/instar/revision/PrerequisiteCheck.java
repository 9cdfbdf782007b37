package dev.instar.revision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a revision names as parent or dependency exists, is another revision, and is named once. */
final class PrerequisiteCheck {

    /** Looking for a resembling name costs a look at all names, so that a broken graph gets only so many. */
    private static final int SUGGESTIONS = 20;

    private final NumberedRevisions revisions;
    private final Problems problems;
    private int suggested;
    private @Nullable Map<String, RevisionId> names;

    PrerequisiteCheck(NumberedRevisions revisions, Problems problems) {
        this.revisions = revisions;
        this.problems = problems;
    }

    void report() {
        for (Revision revision : revisions.revisions()) {
            report(revision, "revises", revision.revises());
            report(revision, "depends on", revision.dependsOn());
            if (revision.isMerge()) {
                reportDuplicateParents(revision);
            }
        }
    }

    private void report(Revision revision, String verb, List<RevisionId> prerequisites) {
        for (RevisionId prerequisite : prerequisites) {
            if (prerequisite.equals(revision.id())) {
                problems.add(
                        "Revision '%s' %s itself".formatted(revision.id(), verb),
                        revision.origin(),
                        "Name another revision there, or 'base' for a new root.");
            } else if (!revisions.contains(prerequisite)) {
                problems.add(
                        "Revision '%s' %s '%s', which no file declares".formatted(revision.id(), verb, prerequisite),
                        revision.origin(),
                        remedy(prerequisite.value()));
            }
        }
    }

    private String remedy(String missing) {
        String otherwise = "Correct the id, or bring the missing file back.";
        if (++suggested > SUGGESTIONS) {
            return otherwise;
        }
        Map<String, RevisionId> known = names();
        RevisionId labelled = known.get(missing);
        return labelled == null
                ? Suggestion.didYouMean(missing, known.keySet(), otherwise)
                : "That is a label; name the revision that carries it, '%s'.".formatted(labelled);
    }

    private Map<String, RevisionId> names() {
        if (names == null) {
            names = new HashMap<>();
            for (Revision revision : revisions.revisions()) {
                names.put(revision.id().value(), revision.id());
                if (revision.label() != null) {
                    names.put(revision.label(), revision.id());
                }
            }
        }
        return names;
    }

    private void reportDuplicateParents(Revision revision) {
        Set<RevisionId> seen = new HashSet<>();
        for (RevisionId parent : revision.revises()) {
            if (!seen.add(parent)) {
                problems.add(
                        "Revision '%s' names its parent '%s' twice".formatted(revision.id(), parent),
                        revision.origin(),
                        "Name it once.");
            }
        }
    }
}
