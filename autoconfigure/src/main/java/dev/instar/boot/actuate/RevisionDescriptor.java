package dev.instar.boot.actuate;

import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One revision: what its file says of it and what the history says of it. A revision that has no file any more is
 * described by the history alone.
 *
 * @param state what has become of it, or {@code null} while the database cannot be asked
 * @param durationMs how long it took to apply
 * @param appliedBy the database user who applied it; that is not told everyone
 * @param reversible whether its file has a downgrade; not known where there is no file
 */
public record RevisionDescriptor(
        String id,
        String message,
        @Nullable State state,
        List<String> parents,
        List<String> dependsOn,
        @Nullable String label,
        @Nullable Instant appliedAt,
        @Nullable Long durationMs,
        @Nullable String appliedBy,
        @Nullable Boolean reversible,
        @Nullable String file) {

    /** What has become of a revision. */
    public enum State {
        /** It is applied. */
        APPLIED,
        /** It is still to be applied. */
        PENDING,
        /** It is applied, and this build has no file for it. */
        UNKNOWN
    }

    /** The same for somebody whose name nobody knows. */
    RevisionDescriptor anonymous() {
        return new RevisionDescriptor(
                id, message, state, parents, dependsOn, label, appliedAt, durationMs, null, reversible, file);
    }

    /** All revisions of the files in the order they would be applied, then those that only the history knows. */
    static List<RevisionDescriptor> allOf(Position position) {
        Map<RevisionId, AppliedRevision> history =
                position.applied().stream().collect(Collectors.toMap(AppliedRevision::id, Function.identity()));
        return Stream.concat(
                        position.graph().inOrder().stream().map(revision -> of(revision, history.get(revision.id()))),
                        position.unknown().stream().map(RevisionDescriptor::ofHistory))
                .toList();
    }

    /** All revisions of the files, as far as they are known without a database. */
    static List<RevisionDescriptor> allOf(RevisionGraph files) {
        return files.inOrder().stream()
                .map(revision -> of(revision, null, null))
                .toList();
    }

    private static RevisionDescriptor of(Revision revision, @Nullable AppliedRevision applied) {
        return of(revision, applied == null ? State.PENDING : State.APPLIED, applied);
    }

    private static RevisionDescriptor of(Revision revision, @Nullable State state, @Nullable AppliedRevision applied) {
        return new RevisionDescriptor(
                revision.id().value(),
                revision.message(),
                state,
                DatabaseDescriptor.names(revision.revises().stream()),
                DatabaseDescriptor.names(revision.dependsOn().stream()),
                revision.label(),
                applied == null ? null : applied.appliedAt(),
                applied == null ? null : applied.duration().toMillis(),
                applied == null ? null : applied.appliedBy(),
                revision.reversible(),
                revision.origin().file());
    }

    private static RevisionDescriptor ofHistory(AppliedRevision applied) {
        return new RevisionDescriptor(
                applied.id().value(),
                applied.message(),
                State.UNKNOWN,
                DatabaseDescriptor.names(applied.revises().stream()),
                DatabaseDescriptor.names(applied.dependsOn().stream()),
                applied.label(),
                applied.appliedAt(),
                applied.duration().toMillis(),
                applied.appliedBy(),
                null,
                null);
    }
}
