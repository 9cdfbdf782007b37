package dev.instar.revision;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Ids and labels share one namespace: each name means one thing, and can be written in a target. */
final class NameCheck {

    private final NumberedRevisions revisions;
    private final Problems problems;
    private final Map<String, Revision> byLabel = new HashMap<>();

    NameCheck(NumberedRevisions revisions, Problems problems) {
        this.revisions = revisions;
        this.problems = problems;
    }

    void report() {
        reportDuplicateIds();
        reportIdsThatDifferInCase();
        for (Revision revision : revisions.revisions()) {
            String label = revision.label();
            if (label != null) {
                reportLabel(revision, label);
            }
        }
    }

    private void reportDuplicateIds() {
        for (int number = 0; number < revisions.size(); number++) {
            Revision revision = revisions.get(number);
            int first = revisions.numberOf(revision.id());
            if (first != number) {
                problems.add(
                        "Revision '%s' is declared more than once, first in %s"
                                .formatted(revision.id(), revisions.get(first).origin()),
                        revision.origin(),
                        "Give one of them another id.");
            }
        }
    }

    /** Most readers take them for the same, as some file systems do. */
    private void reportIdsThatDifferInCase() {
        Map<String, Revision> byFolded = new HashMap<>();
        for (Revision revision : revisions.revisions()) {
            Revision first = byFolded.putIfAbsent(revision.id().value().toLowerCase(Locale.ROOT), revision);
            if (first != null && !first.id().equals(revision.id())) {
                problems.add(
                        "The ids of revisions '%s' and '%s' (%s) differ only in case"
                                .formatted(revision.id(), first.id(), first.origin()),
                        revision.origin(),
                        "Give one of them another id.");
            }
        }
    }

    private void reportLabel(Revision revision, String label) {
        String illegal = Name.problemWith("label", label);
        if (illegal != null) {
            problems.add(illegal, revision.origin(), Name.REMEDY);
        } else if (revisions.contains(new RevisionId(label))) {
            problems.add(
                    "The label '%s' of revision '%s' is also the id of a revision".formatted(label, revision.id()),
                    revision.origin(),
                    "Choose another label.");
        }
        Revision first = byLabel.putIfAbsent(label, revision);
        if (first != null) {
            problems.add(
                    "Revision '%s' has the label '%s', as has revision '%s' in %s"
                            .formatted(revision.id(), label, first.id(), first.origin()),
                    revision.origin(),
                    "Keep the label on the first revision of its branch only.");
        }
    }
}
