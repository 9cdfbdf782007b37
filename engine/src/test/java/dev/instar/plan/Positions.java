package dev.instar.plan;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Checksum;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Histories for tests. */
public final class Positions {

    private Positions() {}

    /** The position of a database that has these revisions and all they need. */
    public static Position at(RevisionGraph graph, Collection<RevisionId> current) {
        return rows(graph, graph.withAncestors(current));
    }

    /** The position of a database whose history holds exactly these revisions. */
    public static Position rows(RevisionGraph graph, Collection<RevisionId> applied) {
        return new Position(
                graph,
                applied.stream()
                        .map(id -> row(Objects.requireNonNull(graph.find(id), id::value)))
                        .toList());
    }

    public static AppliedRevision row(Revision revision) {
        return row(revision, revision.checksum());
    }

    public static AppliedRevision row(Revision revision, Checksum checksum) {
        return new AppliedRevision(
                revision.id(),
                revision.revises(),
                revision.dependsOn(),
                revision.label(),
                revision.message(),
                checksum,
                Instant.EPOCH,
                Duration.ZERO,
                "tester",
                new UUID(0, 0),
                revision.reversible(),
                false);
    }

    static List<String> ids(Collection<Revision> revisions) {
        return revisions.stream().map(revision -> revision.id().value()).toList();
    }
}
