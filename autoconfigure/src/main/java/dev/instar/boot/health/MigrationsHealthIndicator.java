package dev.instar.boot.health;

import dev.instar.State;
import dev.instar.Status;
import dev.instar.boot.DriftSnapshot;
import dev.instar.boot.DriftSnapshots;
import dev.instar.boot.Look;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.Mode;
import dev.instar.drift.Drift;
import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.RevisionId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a database is what this build expects. Down when it cannot be asked or its last run failed here and left
 * something to do, out of service while something is pending or edited, up otherwise; a database that is ahead of the
 * build is up, because that is what a rolling deployment looks like. The details name revisions and nothing else.
 */
final class MigrationsHealthIndicator implements HealthIndicator {

    private final MigratedDatabase database;
    private final @Nullable DriftSnapshot drift;

    MigrationsHealthIndicator(MigratedDatabase database, @Nullable DriftSnapshots drifts) {
        this.database = database;
        this.drift = drifts == null ? null : drifts.of(database.name());
    }

    @Override
    public Health health() {
        Look look = database.snapshot().look();
        Status status = look.status();
        if (status == null) {
            return unreachable(look);
        }
        Position position = status.position();
        Health.Builder health = statusOf(status)
                .withDetail("state", look.state())
                .withDetail("current", names(position.current().stream()))
                .withDetail("expected", names(status.expected().stream()))
                .withDetail("pending", status.pending().size())
                .withDetail("unknown", names(position.unknown().stream().map(AppliedRevision::id)))
                .withDetail("edited", names(status.edited().stream()));
        Drift drifted = drift == null ? null : drift.look();
        if (drifted != null) {
            health.withDetail("drift", drifted.objects());
        }
        return health.build();
    }

    private Health unreachable(Look look) {
        Health.Builder down = Health.down().withDetail("state", look.state());
        List<RevisionId> expected = database.expected();
        if (expected != null) {
            down.withDetail("expected", names(expected.stream()));
        }
        return down.withDetail("problem", Look.PROBLEM).build();
    }

    private Health.Builder statusOf(Status status) {
        if (status.state() == State.FAILED) {
            return Health.down();
        }
        boolean wouldRefuseToStart =
                status.state() == State.PENDING || !status.edited().isEmpty();
        return wouldRefuseToStart && database.mode() != Mode.OFF ? Health.outOfService() : Health.up();
    }

    private static List<String> names(Stream<RevisionId> ids) {
        return ids.map(RevisionId::value).toList();
    }
}
