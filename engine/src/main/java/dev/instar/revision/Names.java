package dev.instar.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ids and labels, sorted: what a user may call a revision, whole or by its beginning. */
final class Names {

    /** Short names are numbers and words; their beginnings would match by accident. */
    private static final int LONGEST_THAT_IS_NEVER_ABBREVIATED = 3;

    private final NavigableMap<String, RevisionId> names = new TreeMap<>();

    Names(Collection<Revision> revisions) {
        for (Revision revision : revisions) {
            names.put(revision.id().value(), revision.id());
            if (revision.label() != null) {
                names.put(revision.label(), revision.id());
            }
        }
    }

    @Nullable
    RevisionId named(String name) {
        return names.get(name);
    }

    SortedMap<String, RevisionId> startingWith(String prefix) {
        SortedMap<String, RevisionId> found = new TreeMap<>();
        names.tailMap(prefix, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> entry.getKey().length() > LONGEST_THAT_IS_NEVER_ABBREVIATED)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    Collection<String> all() {
        return Collections.unmodifiableSet(names.keySet());
    }
}
