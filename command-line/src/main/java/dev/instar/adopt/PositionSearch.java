package dev.instar.adopt;

import dev.instar.autogenerate.TableFilter;
import dev.instar.database.Database;
import dev.instar.diff.Difference;
import dev.instar.diff.SchemaDiff;
import dev.instar.jdbc.Session;
import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.QualifiedName;
import dev.instar.script.Revisions;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the revisions whose schema a database has, by replaying them beside it. Schemas are compared, and rows are not.
 * The database is not changed by that.
 */
public final class PositionSearch {

    private final Session session;
    private final Database database;
    private final Revisions revisions;
    private final Outlook outlook;
    private final TableFilter filter;
    private final Predicate<QualifiedName> isOthers;

    /**
     * Searches over this session.
     *
     * @param isOthers tells tables that no revision is asked about: Instar's own, and those of other tools
     */
    public PositionSearch(
            Session session,
            Database database,
            Revisions revisions,
            TableFilter filter,
            Predicate<QualifiedName> isOthers) {
        this.session = session;
        this.database = database;
        this.revisions = revisions;
        this.outlook = Outlook.of(revisions, session, database, database.requiredSchema(session));
        this.filter = filter;
        this.isOthers = isOthers;
    }

    /** What the database looks like, as far as it is compared. */
    public Catalog live() {
        return compared(database.catalog(session, new CatalogScope(outlook.schemas(), Map.of())));
    }

    /** Every position of the graph whose schema the database has. */
    public PositionFinding search() {
        Likeness likeness = new Likeness(live());
        Replay replay = new Replay(session, database, outlook);
        return session.tentatively(() -> {
            replay.begin();
            return new Walk(replay, revisions, likeness, () -> compared(replay.look()), columns(replay)).through();
        });
    }

    /**
     * What leads from the database to the schema of a position; empty when it has that.
     *
     * @throws ReplayException when a revision on the way cannot be replayed
     */
    public Difference difference(Position position) {
        Catalog live = live();
        Replay replay = new Replay(session, database, outlook);
        Catalog wanted = session.tentatively(() -> {
            replay.begin();
            for (Revision revision : revisions.graph().inOrder()) {
                if (position.isApplied(revision.id())) {
                    replay.apply(revisions.script(revision.id()));
                }
            }
            return compared(replay.look());
        });
        return SchemaDiff.between(live, wanted);
    }

    /** The revisions of a position that are written in Java. */
    public List<RevisionId> notRun(Position position) {
        return Walk.notRun(revisions).stream().filter(position::isApplied).toList();
    }

    private Columns columns(Replay replay) {
        return new Columns(session, replay.scratchBySchema(), this::isCompared);
    }

    private Catalog compared(Catalog catalog) {
        Catalog tables = catalog.withTables(this::isCompared);
        return Catalog.of(
                tables.objects().values().stream()
                        .filter(object -> filter.testSchema(object.id().name().schema()))
                        .toList(),
                tables.dependencies(),
                tables.unmodelled());
    }

    private boolean isCompared(QualifiedName table) {
        return filter.test(table) && !isOthers.test(table);
    }
}
