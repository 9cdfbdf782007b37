package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives plain numbered files the id and the parent that their header leaves out. */
final class Linker {

    private final Problems problems;
    private final Map<String, NavigableMap<Long, RevisionId>> numberedByFolder = new HashMap<>();

    Linker(Problems problems) {
        this.problems = problems;
    }

    /** Turns drafts into scripts, in the same order. */
    List<Script> link(List<Draft> drafts) {
        drafts.forEach(this::remember);
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
        if (number == null) {
            problems.add(
                    "The file '%s' does not say which revision it is"
                            .formatted(draft.source().name()),
                    null,
                    "Begin it with a line '-- @revision <id>', or name it like '001_what_it_does.sql'.");
            return null;
        }
        return new RevisionId(number);
    }

    private @Nullable List<RevisionId> revises(Draft draft, RevisionId id) {
        if (draft.header().revises() != null) {
            return draft.header().revises();
        }
        Long number = draft.number();
        if (number != null) {
            Map.Entry<Long, RevisionId> before = folderOf(draft).lowerEntry(number);
            return before == null ? List.of() : List.of(before.getValue());
        }
        problems.add(
                "Revision '%s' does not say what it revises".formatted(id),
                draft.declared(),
                "Add a line '-- @revises <id>', or '-- @revises base' when it is the first of its branch.");
        return null;
    }

    private void remember(Draft draft) {
        Long number = draft.number();
        if (number != null) {
            folderOf(draft)
                    .put(number, new RevisionId(String.valueOf(draft.fileName().number())));
        }
    }

    private NavigableMap<Long, RevisionId> folderOf(Draft draft) {
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
