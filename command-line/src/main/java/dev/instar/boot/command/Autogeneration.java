package dev.instar.boot.command;

import dev.instar.Status;
import dev.instar.autogenerate.ComparisonOptions;
import dev.instar.autogenerate.SchemaComparison;
import dev.instar.autogenerate.WantedSchema;
import dev.instar.diff.RenameCandidate;
import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.script.NewRevision.Sections;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a new revision has to do, and asks about what looks like a rename. */
record Autogeneration(ComparisonSettings settings, Workplace place) {

    /**
     * The sections of the revision; empty when there is nothing to do.
     *
     * @param prerequisites what the revision will continue or depend on
     */
    Optional<Sections> sections(Collection<RevisionId> prerequisites) {
        requireApplied(prerequisites);
        SchemaComparison found = compareAndAsk();
        ComparisonText text = new ComparisonText(found, place.terminal().style());
        if (found.isEmpty()) {
            place.terminal().say("Nothing differs: the database is as %s it.".formatted(ComparisonText.wants(found)));
            text.remarks(place.terminal()::say);
            return Optional.empty();
        }
        text.changes(place.terminal()::say);
        text.remarks(place.terminal()::say);
        return Optional.of(new Sections(
                found.upgrade().requireSections(),
                found.upgrade().section(),
                found.downgrade().section()));
    }

    /** Also what the target leaves out, if the revision comes after it: comparing would find again what that does. */
    private void requireApplied(Collection<RevisionId> prerequisites) {
        Status status = place.instar().status();
        Position position = status.position();
        Set<Revision> pending = new HashSet<>(status.pending());
        Set<RevisionId> below = position.graph().withAncestors(prerequisites);
        List<Revision> lacking = position.pending().stream()
                .filter(revision -> pending.contains(revision) || below.contains(revision.id()))
                .toList();
        if (!lacking.isEmpty()) {
            throw new BehindException(status, lacking);
        }
    }

    private SchemaComparison compareAndAsk() {
        WantedSchema wanted = settings.get(place);
        ComparisonOptions options = settings.options(place);
        SchemaComparison comparison = place.compare(wanted, options);
        if (!place.terminal().isInteractive()) {
            return comparison;
        }
        List<String> renames = new ArrayList<>(options.renames());
        Set<String> asked = new HashSet<>();
        while (askAbout(comparison, asked, renames)) {
            comparison = place.compare(wanted, options.withRenames(renames));
        }
        return comparison;
    }

    /** Whether one of the candidates was confirmed; a rename of a table may bring up others of its columns. */
    private boolean askAbout(SchemaComparison comparison, Set<String> asked, List<String> renames) {
        for (RenameCandidate candidate : comparison.candidates()) {
            String word = ComparisonText.word(candidate);
            boolean isConfirmed = asked.add(word)
                    && place.terminal()
                            .confirm("Was %s renamed to '%s' (%s)?"
                                    .formatted(
                                            candidate.rename().from(),
                                            candidate.rename().to(),
                                            candidate.reason()));
            if (isConfirmed) {
                renames.add(word);
                return true;
            }
        }
        return false;
    }
}
