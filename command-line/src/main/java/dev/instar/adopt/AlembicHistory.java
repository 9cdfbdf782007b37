package dev.instar.adopt;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.plan.Position;
import dev.instar.revision.Listing;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alembic's table: the current revisions, whose ids may have been kept. */
final class AlembicHistory {

    private AlembicHistory() {}

    static @Nullable OtherHistory read(Session session, Database database, RevisionGraph graph) {
        String table = OtherTables.written(null, OtherTables.ALEMBIC, database);
        if (!database.hasTable(session, table)) {
            return null;
        }
        List<String> current = session.texts("SELECT version_num FROM " + table + " ORDER BY 1");
        boolean isKnown = !current.isEmpty()
                && current.stream()
                        .allMatch(id -> RevisionId.problemWith(id) == null && graph.contains(new RevisionId(id)));
        return new OtherHistory(
                OtherTables.ALEMBIC,
                current.isEmpty() ? "Alembic is at the base" : "Alembic is at " + Listing.of(current),
                isKnown
                        ? Position.assumed(
                                graph, current.stream().map(RevisionId::new).toList())
                        : null);
    }
}
