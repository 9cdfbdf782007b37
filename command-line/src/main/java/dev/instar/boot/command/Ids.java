package dev.instar.boot.command;

import dev.instar.revision.Name;
import dev.instar.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/** Reads an id that somebody chose for a new revision. */
final class Ids {

    private Ids() {}

    static @Nullable RevisionId chosen(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String problem = RevisionId.problemWith(word);
        if (problem != null) {
            throw new WrongUsageException(problem, Name.REMEDY);
        }
        return new RevisionId(word);
    }
}
