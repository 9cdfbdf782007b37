package dev.instar.boot.actuate;

import dev.instar.Status;
import dev.instar.boot.Look;
import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.RevisionId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one database stands.
 *
 * @param current the applied revisions that no other applied revision needs
 * @param heads where this build wants the database to be
 * @param unknown applied revisions that this build has no file for
 * @param problem why nothing but the state is known
 */
public record DatabaseDescriptor(
        List<String> current,
        List<String> heads,
        @Nullable Integer applied,
        @Nullable Integer pending,
        List<String> unknown,
        String state,
        @Nullable RunDescriptor running,
        @Nullable RunDescriptor lastRun,
        List<RevisionDescriptor> revisions,
        @Nullable String problem) {

    static DatabaseDescriptor of(Look look) {
        Status status = look.status();
        if (status == null) {
            return new DatabaseDescriptor(
                    List.of(), List.of(), null, null, List.of(), look.state(), null, null, List.of(), Look.PROBLEM);
        }
        Position position = status.position();
        return new DatabaseDescriptor(
                names(position.current().stream()),
                names(position.graph().heads().stream()),
                position.applied().size(),
                position.pending().size(),
                names(position.unknown().stream().map(AppliedRevision::id)),
                look.state(),
                status.running() == null ? null : RunDescriptor.of(status.running()),
                status.lastRun() == null ? null : RunDescriptor.of(status.lastRun()),
                RevisionDescriptor.allOf(position),
                null);
    }

    static List<String> names(Stream<RevisionId> ids) {
        return ids.map(RevisionId::value).toList();
    }
}
