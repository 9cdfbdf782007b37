package dev.instar.boot.actuate;

import dev.instar.Status;
import dev.instar.boot.Look;
import dev.instar.boot.MigratedDatabase;
import dev.instar.history.RunRecord;
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
 * @param heads the revisions of the files that nothing revises, whether or not the target leads to them
 * @param unknown applied revisions that this build has no file for
 * @param edited applied revisions whose upgrade was edited since; while there are any, an upgrade is refused
 * @param lastRun the last run that ended, also while the database cannot be asked
 * @param request what this process was last asked to do over the endpoint
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
        @Nullable RequestDescriptor request,
        List<RevisionDescriptor> revisions,
        @Nullable String problem) {

    static DatabaseDescriptor of(MigratedDatabase database, @Nullable RequestDescriptor request) {
        Look look = database.snapshot().look();
        Status status = look.status();
        if (status == null) {
            return unreachable(look, database, request);
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
                described(status.running()),
                described(look.lastRun()),
                request,
                RevisionDescriptor.allOf(position),
                null);
    }

    private static DatabaseDescriptor unreachable(
            Look look, MigratedDatabase database, @Nullable RequestDescriptor request) {
        RevisionGraph files = database.files();
        return new DatabaseDescriptor(
                List.of(),
                files == null ? List.of() : names(files.heads().stream()),
                null,
                null,
                List.of(),
                List.of(),
                look.state(),
                null,
                described(look.lastRun()),
                request,
                files == null ? List.of() : RevisionDescriptor.allOf(files),
                Look.PROBLEM);
    }

    /** The same for somebody whose name nobody knows: without the names of others. */
    DatabaseDescriptor anonymous() {
        return new DatabaseDescriptor(
                current,
                heads,
                applied,
                pending,
                unknown,
                edited,
                state,
                running == null ? null : running.anonymous(),
                lastRun == null ? null : lastRun.anonymous(),
                request == null ? null : request.anonymous(),
                revisions.stream().map(RevisionDescriptor::anonymous).toList(),
                problem);
    }

    private static @Nullable RunDescriptor described(@Nullable RunRecord run) {
        return run == null ? null : RunDescriptor.of(run);
    }

    static List<String> names(Stream<RevisionId> ids) {
        return ids.map(RevisionId::value).toList();
    }
}
