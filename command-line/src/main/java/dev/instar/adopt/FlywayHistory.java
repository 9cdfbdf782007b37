package dev.instar.adopt;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.plan.Position;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flyway's table: versions, to which revisions of the same number correspond. */
final class FlywayHistory {

    private final Session session;
    private final Database database;
    private final Map<FlywayVersion, RevisionId> revisions = new LinkedHashMap<>();
    private final RevisionGraph graph;

    private final Set<FlywayVersion> applied = new LinkedHashSet<>();
    private @Nullable FlywayVersion baseline;

    FlywayHistory(Session session, Database database, RevisionGraph graph) {
        this.session = session;
        this.database = database;
        this.graph = graph;
        for (Revision revision : graph.inOrder()) {
            FlywayVersion version = FlywayVersion.of(revision.id().value());
            if (version != null) {
                revisions.putIfAbsent(version, revision.id());
            }
        }
    }

    @Nullable
    OtherHistory read(OtherTables tables) {
        String table = OtherTables.written(tables.flywaySchema(), tables.flyway(), database);
        if (!database.hasTable(session, table)) {
            return null;
        }
        refuseFailed(table, tables.flyway());
        session.texts("SELECT type || ' ' || version FROM " + table
                        + " WHERE version IS NOT NULL AND success ORDER BY installed_rank")
                .forEach(this::take);
        return new OtherHistory(tables.flyway(), words(), position());
    }

    private void refuseFailed(String table, String name) {
        List<String> failed =
                session.texts("SELECT script FROM " + table + " WHERE NOT success ORDER BY installed_rank");
        if (!failed.isEmpty()) {
            throw new InstarException(
                    "Flyway has failed in the middle of %s, as its table '%s' says."
                            .formatted(Listing.of(failed), name),
                    "Let Flyway finish first: take back by hand what was made of it, run 'flyway repair' and 'flyway migrate',"
                            + " and then 'instar adopt' again.");
        }
    }

    /** What was undone, or deleted by a repair, has a line of its own. */
    private void take(String line) {
        int blank = line.indexOf(' ');
        FlywayVersion version = FlywayVersion.of(line.substring(blank + 1));
        String type = line.substring(0, blank);
        if (version == null) {
            return;
        }
        if (type.startsWith("UNDO") || type.equals("DELETE")) {
            applied.remove(version);
        } else {
            applied.add(version);
            baseline = type.endsWith("BASELINE") ? version : baseline;
        }
    }

    private String words() {
        return applied.isEmpty()
                ? "Flyway has applied no version"
                : "Flyway is at version '%s'"
                        .formatted(
                                applied.stream().max(FlywayVersion::compareTo).orElseThrow());
    }

    /** Only where each version has its revision, and no revision below one of them has none. */
    private @Nullable Position position() {
        Set<RevisionId> ids = new LinkedHashSet<>();
        for (Map.Entry<FlywayVersion, RevisionId> revision : revisions.entrySet()) {
            if (baseline != null && revision.getKey().compareTo(baseline) <= 0) {
                ids.add(revision.getValue());
            }
        }
        for (FlywayVersion version : applied) {
            RevisionId id = revisions.get(version);
            if (id != null) {
                ids.add(id);
            } else if (!version.equals(baseline)) {
                return null;
            }
        }
        return !ids.isEmpty() && graph.withAncestors(ids).equals(ids) ? Position.assumed(graph, ids) : null;
    }
}
