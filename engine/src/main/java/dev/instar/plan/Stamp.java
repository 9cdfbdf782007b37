package dev.instar.plan;

import dev.instar.revision.Revision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stamp changes in the history, and nowhere else. The history has a row for every applied revision, so all that
 * the stamped ones need is among the added.
 *
 * @param added what will be recorded as applied, each after all that it needs
 * @param removed what will no longer be, last one first; may hold revisions that no file explains
 */
public record Stamp(List<Revision> added, List<Revision> removed) {

    public Stamp {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    /** A line for each change, removals first. */
    @Override
    public String toString() {
        return Stream.concat(
                        removed.stream().map(revision -> line("-", revision)),
                        added.stream().map(revision -> line("+", revision)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String sign, Revision revision) {
        return "%s %s  %s".formatted(sign, revision.id(), revision.message());
    }
}
