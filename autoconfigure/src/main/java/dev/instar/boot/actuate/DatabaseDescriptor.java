package dev.instar.boot.actuate;

import dev.instar.Status;
import dev.instar.boot.Look;
import dev.instar.boot.MigratedDatabase;
import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.RevisionGraph;
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
 * @param edited applied revisions whose upgrade was edited since; while there are any, an upgrade is refused
 * @param problem why nothing is known but what the files say
 */
public record DatabaseDescriptor(
        List<String> current,
        List<String> heads,
        @Nullable Integer applied,
        @Nullable Integer pending,
        List<String> unknown,
        List<String> edited,
        String state,
        @Nullable RunDescriptor running,
        @Nullable RunDescriptor lastRun,
        List<RevisionDescriptor> revisions,
        @Nullable String problem) {

    static DatabaseDescriptor of(MigratedDatabase database) {
        Look look = database.snapshot().look();
        Status status = look.status();
        if (status == null) {
            return unreachable(look.state(), database);
        }
        Position position = status.position();
        return new DatabaseDescriptor(
                names(position.current().stream()),
                names(position.graph().heads().stream()),
                position.applied().size(),
                status.pending().size(),
                names(position.unknown().stream().map(AppliedRevision::id)),
                names(status.edited().stream()),
                look.state(),
                status.running() == null ? null : RunDescriptor.of(status.running()),
                status.lastRun() == null ? null : RunDescriptor.of(status.lastRun()),
                RevisionDescriptor.allOf(position),
                null);
    }

    private static DatabaseDescriptor unreachable(String state, MigratedDatabase database) {
        RevisionGraph files = database.files();
        return new DatabaseDescriptor(
                List.of(),
                files == null ? List.of() : names(files.heads().stream()),
                null,
                null,
                List.of(),
                List.of(),
                state,
                null,
                null,
                files == null ? List.of() : RevisionDescriptor.allOf(files),
                Look.PROBLEM);
    }

    static List<String> names(Stream<RevisionId> ids) {
        return ids.map(RevisionId::value).toList();
    }
}
