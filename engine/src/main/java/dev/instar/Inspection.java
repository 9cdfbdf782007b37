package dev.instar;

import dev.instar.history.HalfDone;
import dev.instar.plan.Position;
import dev.instar.revision.Listing;
import dev.instar.revision.Problem;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import java.util.Collection;
import java.util.List;

/** Finds everything that should not be shipped: in the files, and in a database that ought to have what the target needs. */
final class Inspection {

    private final Problems problems = new Problems();

    List<Problem> found() {
        return problems.found();
    }

    Inspection files(Revisions revisions) {
        List<RevisionId> heads = revisions.graph().heads();
        if (heads.size() > 1) {
            problems.add(
                    "There are %d heads: %s".formatted(heads.size(), Listing.of(heads)),
                    null,
                    "Join them with 'instar merge %s'."
                            .formatted(String.join(
                                    " ", heads.stream().map(RevisionId::value).toList())));
        }
        for (Revision revision : revisions.graph().inOrder()) {
            Script script = revisions.script(revision.id());
            if (!revision.reversible() && script.irreversible() == null) {
                problems.add(
                        "Revision '%s' has no downgrade and does not say why".formatted(revision.id()),
                        revision.origin(),
                        "Add a '-- @downgrade' section, or a line '-- @irreversible <reason>'.");
            }
        }
        return this;
    }

    Inspection database(Status status) {
        Position position = status.position();
        List<Revision> wanted = status.pending();
        position.edits().found().forEach(problems::add);
        for (HalfDone one : status.halfDone()) {
            problems.add(one.problem());
        }
        Collection<Revision> gaps = position.gaps();
        for (Revision gap : gaps) {
            problems.add(
                    "Revision '%s' is a gap: it is not applied, although something that needs it is"
                            .formatted(gap.id()),
                    gap.origin(),
                    "Run '%s' to close it."
                            .formatted(wanted.contains(gap) ? status.upgradeCommand() : "instar upgrade " + gap.id()));
        }
        List<RevisionId> pending = wanted.stream()
                .filter(revision -> !gaps.contains(revision))
                .map(Revision::id)
                .toList();
        if (!pending.isEmpty()) {
            problems.add(
                    "The database lacks %s".formatted(Listing.of(pending)),
                    null,
                    "Run '%s' to apply them.".formatted(status.upgradeCommand()));
        }
        if (!position.unknown().isEmpty()) {
            problems.add(
                    "The database is ahead of this build; no file explains %s"
                            .formatted(UnknownRevisionsException.name(position.unknown())),
                    null,
                    "Bring the files back, or deploy the build that has them.");
        }
        return this;
    }
}
