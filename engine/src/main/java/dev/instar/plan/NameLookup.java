package dev.instar.plan;

import dev.instar.revision.Listing;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.Suggestion;
import dev.instar.revision.expression.InvalidTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the revision that a user means by an id, a label, or the beginning of one. */
final class NameLookup {

    private static final List<String> WORDS = List.of("head", "heads", "base", "current");

    private final RevisionGraph graph;

    NameLookup(RevisionGraph graph) {
        this.graph = graph;
    }

    Lineage branch(String name) {
        if (graph.named(name) == null && graph.startingWith(name).isEmpty()) {
            throw noBranch(name);
        }
        return Lineage.of(graph, name, find(name, Lineage.whole(graph)));
    }

    private InvalidTargetException noBranch(String name) {
        List<String> labels = graph.labels();
        return new InvalidTargetException(
                "There is no branch '%s': no label or revision is called so.".formatted(name),
                Suggestion.didYouMean(
                        name,
                        graph.allNames(),
                        labels.isEmpty()
                                ? "No branch has a label; name one by a revision on it."
                                : "The labels are %s.".formatted(Listing.of(labels))));
    }

    /** The revision of this name, on this branch. */
    RevisionId find(String name, Lineage branch) {
        RevisionId exact = graph.named(name);
        if (exact != null) {
            return requireOn(branch, exact);
        }
        Map<String, RevisionId> candidates = graph.startingWith(name);
        if (candidates.isEmpty()) {
            throw unknown(name);
        }
        Map<String, RevisionId> onBranch = new LinkedHashMap<>(candidates);
        onBranch.values().removeIf(id -> !branch.contains(id));
        if (onBranch.isEmpty()) {
            return requireOn(branch, candidates.values().iterator().next());
        }
        if (onBranch.values().stream().distinct().count() > 1) {
            throw new InvalidTargetException(
                    "'%s' is the beginning of several names: %s.".formatted(name, Listing.of(onBranch.keySet())),
                    "Write more of the one you mean.");
        }
        return onBranch.values().iterator().next();
    }

    private RevisionId requireOn(Lineage branch, RevisionId id) {
        if (!branch.contains(id)) {
            List<RevisionId> heads = branch.filter(graph.heads());
            throw new InvalidTargetException(
                    "Revision '%s' is not on the branch '%s', which leads to %s."
                            .formatted(id, branch.name(), Listing.of(heads)),
                    "Leave the branch out, or choose a revision in line with it.");
        }
        return id;
    }

    private InvalidTargetException unknown(String name) {
        if (graph.size() == 0) {
            return new InvalidTargetException(
                    "No revision or label is called '%s': there are no revisions at all.".formatted(name),
                    "Write the first one, or check where revisions are looked for.");
        }
        List<String> known = new ArrayList<>(WORDS);
        known.addAll(graph.allNames());
        List<RevisionId> heads = graph.heads();
        String all = "%s %s; see 'history' for all."
                .formatted(heads.size() == 1 ? "The head is" : "The heads are", Listing.of(heads));
        return new InvalidTargetException(
                "No revision or label is called '%s'.".formatted(name), Suggestion.didYouMean(name, known, all));
    }
}
