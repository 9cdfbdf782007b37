package dev.instar.script;

import dev.instar.revision.Listing;
import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives plain numbered files the id and the parent that their header leaves out. */
final class Linker {

    private final Problems problems;
    private final Map<String, NavigableMap<Long, List<Draft>>> numberedByFolder = new LinkedHashMap<>();

    Linker(Problems problems) {
        this.problems = problems;
    }

    /** Turns drafts into scripts, in the same order. */
    List<Script> link(List<Draft> drafts) {
        for (Draft draft : drafts) {
            remember(draft);
        }
        for (NavigableMap<Long, List<Draft>> numbered : numberedByFolder.values()) {
            refuseEqualNumbers(numbered);
        }
        List<Script> scripts = new ArrayList<>();
        for (Draft draft : drafts) {
            RevisionId id = id(draft);
            if (id != null) {
                List<RevisionId> revises = revises(draft, id);
                if (revises != null) {
                    scripts.add(new SqlScript(revision(draft, id, revises), draft));
                }
            }
        }
        return scripts;
    }

    private @Nullable RevisionId id(Draft draft) {
        if (draft.header().id() != null) {
            return draft.header().id();
        }
        String number = draft.fileName().number();
        if (number == null && !draft.header().refused().contains(DirectiveName.REVISION)) {
            problems.add(
                    "The file '%s' does not say which revision it is"
                            .formatted(draft.source().name()),
                    null,
                    "Begin it with a line '-- @revision <id>', or name it like '001_what_it_does.sql'.");
        }
        return number == null ? null : new RevisionId(number);
    }

    private @Nullable List<RevisionId> revises(Draft draft, RevisionId id) {
        if (draft.header().revises() != null) {
            return draft.header().revises();
        }
        Long number = draft.number();
        if (number != null) {
            Map.Entry<Long, List<Draft>> before = folderOf(draft).lowerEntry(number);
            return before == null
                    ? List.of()
                    : List.of(numbered(before.getValue().get(0)));
        }
        if (!draft.header().refused().contains(DirectiveName.REVISES)) {
            problems.add(
                    "Revision '%s' does not say what it revises".formatted(id),
                    draft.declared(),
                    "Add a line '-- @revises <id>', or '-- @revises base' when it is the first of its branch.");
        }
        return null;
    }

    private void remember(Draft draft) {
        Long number = draft.number();
        if (number != null) {
            folderOf(draft).computeIfAbsent(number, first -> new ArrayList<>()).add(draft);
        }
    }

    /** Which of them comes first is nobody's to guess, {@code 1} and {@code 001} being the same number. */
    private void refuseEqualNumbers(NavigableMap<Long, List<Draft>> numbered) {
        for (List<Draft> equal : numbered.values()) {
            if (equal.size() > 1) {
                problems.add(
                        "The names of %s begin with the same number"
                                .formatted(Listing.of(equal.stream()
                                        .map(draft -> draft.source().name())
                                        .toList())),
                        null,
                        "Give each file of the folder a number of its own.");
            }
        }
    }

    private static RevisionId numbered(Draft draft) {
        return new RevisionId(String.valueOf(draft.fileName().number()));
    }

    private NavigableMap<Long, List<Draft>> folderOf(Draft draft) {
        return numberedByFolder.computeIfAbsent(draft.source().folder(), folder -> new TreeMap<>());
    }

    private static Revision revision(Draft draft, RevisionId id, List<RevisionId> revises) {
        Header header = draft.header();
        Origin origin = draft.declared();
        return new Revision(
                id,
                revises,
                header.dependsOn(),
                header.label(),
                header.message() == null ? draft.fileName().message() : header.message(),
                draft.checksum(),
                draft.isReversible(),
                origin);
    }
}
