package dev.instar.revision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that can be wrong with a set of revisions, found in one go. */
final class GraphCheck {

    private final List<Revision> revisions;
    private final Map<RevisionId, Revision> byId = new LinkedHashMap<>();

    private GraphCheck(List<Revision> revisions) {
        this.revisions = revisions;
    }

    static GraphCheck of(List<Revision> revisions) {
        return new GraphCheck(revisions);
    }

    void report(Problems problems) {
        reportDuplicateIds(problems);
        reportDuplicateLabels(problems);
        reportMissing(problems);
        if (problems.isEmpty()) {
            reportCycle(problems);
        }
    }

    private void reportDuplicateIds(Problems problems) {
        for (Revision revision : revisions) {
            Revision first = byId.putIfAbsent(revision.id(), revision);
            if (first != null) {
                problems.add(
                        "Two files declare the revision '%s', the other is %s"
                                .formatted(revision.id(), first.origin().file()),
                        revision.origin(),
                        "Give one of them another id.");
            }
        }
    }

    private void reportDuplicateLabels(Problems problems) {
        Map<String, Revision> byLabel = new HashMap<>();
        for (Revision revision : byId.values()) {
            Revision first = revision.label() == null ? null : byLabel.putIfAbsent(revision.label(), revision);
            if (first != null) {
                problems.add(
                        "Revision '%s' has the label '%s', as has revision '%s'"
                                .formatted(revision.id(), revision.label(), first.id()),
                        revision.origin(),
                        "Keep the label on the first revision of its branch only.");
            }
        }
    }

    private void reportMissing(Problems problems) {
        for (Revision revision : byId.values()) {
            for (RevisionId prerequisite : revision.prerequisites()) {
                if (!byId.containsKey(prerequisite)) {
                    problems.add(
                            "Revision '%s' %s '%s', which no file declares"
                                    .formatted(
                                            revision.id(),
                                            revision.revises().contains(prerequisite) ? "revises" : "depends on",
                                            prerequisite),
                            revision.origin(),
                            "Correct the id, or bring the missing file back.");
                }
            }
        }
    }

    private void reportCycle(Problems problems) {
        List<Revision> unsorted = TopologicalOrder.of(revisions).unsortable();
        if (!unsorted.isEmpty()) {
            problems.add(
                    "The revisions %s need each other in a circle"
                            .formatted(unsorted.stream()
                                    .map(revision -> "'" + revision.id() + "'")
                                    .collect(Collectors.joining(", "))),
                    unsorted.get(0).origin(),
                    "Let one of them revise another revision.");
        }
    }
}
