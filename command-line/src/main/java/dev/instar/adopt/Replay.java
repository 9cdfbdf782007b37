package dev.instar.adopt;

import dev.instar.autogenerate.ScratchNames;
import dev.instar.autogenerate.SourceScript;
import dev.instar.database.Database;
import dev.instar.database.SqlError;
import dev.instar.jdbc.Session;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.Identifier;
import dev.instar.schema.Namespace;
import dev.instar.schema.ObjectId;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.Literals;
import dev.instar.sql.StatementKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/**
 * Builds what revisions make, one after the other, beside the live schema: in schemas that stand for the live ones, and
 * in a transaction that its owner takes back. Unqualified names find nothing of the live schema, so that no revision
 * locks or reads any of it; statements about rows are left out.
 */
final class Replay {

    private static final String NOT_ALLOWED = "42501";
    /** A type or a class of operators, and a function or an operator. */
    private static final Set<String> MAY_BE_AN_EXTENSIONS = Set.of("42704", "42883");

    private static final Pattern SEARCH_PATH = Pattern.compile("(?is)\\s*(?:RE)?SET\\s+(?:\\w+\\s+)?search_path\\b.*");
    private static final Pattern DROP_SCHEMA = Pattern.compile(
            "(?is)\\s*DROP\\s+SCHEMA\\s+(?:IF\\s+EXISTS\\s+)?(?<names>.*?)(?:\\s+(?:CASCADE|RESTRICT))?\\s*");

    private final Session session;
    private final Database database;
    private final Outlook outlook;
    private final Map<String, String> scratchBySchema = new LinkedHashMap<>();
    private final ScratchNames names;
    private final LiveLocks locks;
    private final Set<ObjectId> made = new HashSet<>();
    private String livePath = "";
    private String ownPath = "";
    private boolean hasExtensions;
    private boolean hasTemporary;
    private int marks;

    /** A point to which everything can be taken back. */
    record Mark(String savepoint, Set<ObjectId> made) {}

    Replay(Session session, Database database, Outlook outlook) {
        this.session = session;
        this.database = database;
        this.outlook = outlook;
        String fresh = ScratchNames.fresh();
        for (String schema : outlook.schemas()) {
            scratchBySchema.put(schema, "%s_%d_".formatted(fresh, scratchBySchema.size()));
        }
        this.names = new ScratchNames(scratchBySchema);
        this.locks = new LiveLocks(session, fresh);
    }

    /** The scratch schemas, by the names of those they stand for. */
    Map<String, String> scratchBySchema() {
        return scratchBySchema;
    }

    /** Creates the schemas; to be called in the transaction. */
    void begin() {
        livePath = database.namesLead(session);
        try {
            scratchBySchema.values().forEach(scratch -> session.execute("CREATE SCHEMA " + scratch));
        } catch (DataAccessException failure) {
            SqlError error = database.describe(failure);
            if (error.sqlState().equals(NOT_ALLOWED)) {
                throw new ReplayException(
                        "The user may not create a schema in this database, which it takes to replay the revisions: %s."
                                .formatted(error.message()),
                        "Give the right with 'GRANT CREATE ON DATABASE ... TO ...', set 'instar.user' to a user who has it,"
                                + " or say yourself where the database is with 'instar stamp'. Nothing was changed.",
                        failure);
            }
            throw failure;
        }
        ownPath = Stream.concat(outlook.schemas().stream().limit(1), SearchPath.schemas(livePath))
                .map(scratchBySchema::get)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        scratchBySchema.keySet().forEach(schema -> names.spare(schema, database.namesOfExtensions(session, schema)));
        hasExtensions = SearchPath.schemas(livePath)
                .anyMatch(schema -> !database.namesOfExtensions(session, schema).isEmpty());
    }

    /**
     * Makes what the revision makes of the schema; returns whether it may have made anything.
     *
     * @throws ReplayException when it cannot be; then everything has to be taken back
     */
    boolean apply(Script script) {
        database.prepareScratch(session);
        database.leadNamesTo(session, ownPath);
        boolean[] told = new boolean[1];
        if (!script.isSkipped()) {
            script.forEach(
                    Direction.UPGRADE,
                    statement -> told[0] |= apply(statement, script.revision().id()));
        }
        if (hasTemporary) {
            session.execute("DISCARD TEMP");
            hasTemporary = false;
        }
        if (told[0]) {
            locks.refuse(script.revision().id());
        }
        return told[0];
    }

    private boolean apply(ScriptStatement statement, RevisionId revision) {
        String sql = statement.text();
        String schema = SourceScript.createdSchema(sql);
        ObjectId extension = Outlook.extension(sql);
        if (schema != null) {
            return made.add(Namespace.id(schema));
        }
        if (!SourceScript.saysWhatThereIs(sql, statement.kind())
                && !DROP_SCHEMA.matcher(sql).matches()) {
            return false;
        }
        try {
            if (extension == null) {
                run(sql, statement.kind());
            } else {
                run(extension, sql);
            }
        } catch (DataAccessException failure) {
            throw refused(revision, statement, failure);
        }
        if (statement.mayChangeSession() && statement.kind() == StatementKind.DEFINITION) {
            hasTemporary = true;
        }
        return true;
    }

    private void run(String sql, StatementKind kind) {
        Matcher dropped = DROP_SCHEMA.matcher(sql);
        if (dropped.matches()) {
            SearchPath.schemas(dropped.group("names")).forEach(this::empty);
        } else if (SEARCH_PATH.matcher(sql).matches()) {
            session.execute(names.rewrite(sql, kind));
            leadToScratchAlone();
        } else if (kind != StatementKind.SETTING) {
            send(SourceScript.withinTransaction(names.rewrite(inDo(sql, kind), kind), kind));
        }
    }

    private void empty(String schema) {
        String scratch = scratchBySchema.get(schema);
        if (scratch != null) {
            session.execute("DROP SCHEMA " + scratch + " CASCADE");
            session.execute("CREATE SCHEMA " + scratch);
            made.remove(Namespace.id(schema));
        }
    }

    private void leadToScratchAlone() {
        String path = SearchPath.schemas(database.namesLead(session))
                .filter(scratchBySchema::containsValue)
                .collect(Collectors.joining(", "));
        database.leadNamesTo(session, path.isEmpty() ? ownPath : path);
    }

    /** A block of code may ask the catalog for a schema by its name, or put statements together from it. */
    private String inDo(String sql, StatementKind kind) {
        String meant = sql;
        if (kind == StatementKind.DO) {
            for (Map.Entry<String, String> schema : scratchBySchema.entrySet()) {
                meant = meant.replace(Identifier.literal(schema.getKey()), Identifier.literal(schema.getValue()));
            }
        }
        return meant;
    }

    /** Only what is missing otherwise may be an extension's, which is nowhere but in the live schema. */
    private void send(String sql) {
        if (!hasExtensions) {
            session.execute(sql);
            return;
        }
        session.execute("SAVEPOINT instar_statement");
        try {
            session.execute(sql);
        } catch (DataAccessException failure) {
            if (!MAY_BE_AN_EXTENSIONS.contains(database.describe(failure).sqlState())) {
                throw failure;
            }
            session.execute("ROLLBACK TO instar_statement");
            String path = database.namesLead(session);
            database.leadNamesTo(session, path + ", " + livePath);
            session.execute(sql);
            database.leadNamesTo(session, path);
        }
        session.execute("RELEASE instar_statement");
    }

    /** One that the database has stays what it is for those who use it. */
    private void run(ObjectId extension, String sql) {
        boolean drops = sql.regionMatches(true, 0, "DROP", 0, 4);
        if (drops) {
            made.remove(extension);
        } else {
            if (!isInstalled(extension)) {
                session.execute(names.rewrite(sql, StatementKind.DEFINITION));
            }
            made.add(extension);
        }
    }

    private boolean isInstalled(ObjectId extension) {
        return database.catalog(
                                session,
                                CatalogScope.of(outlook.schemas().iterator().next()))
                        .find(extension)
                != null;
    }

    /** What it looks like now, under the names of the live schemas. */
    Catalog look() {
        Map<String, String> standFor = new LinkedHashMap<>();
        scratchBySchema.forEach((schema, scratch) -> standFor.put(scratch, schema));
        Catalog catalog =
                database.catalog(session, new CatalogScope(new LinkedHashSet<>(scratchBySchema.values()), standFor));
        return Catalog.of(
                catalog.objects().values().stream()
                        .filter(object -> !outlook.created().contains(object.id()) || made.contains(object.id()))
                        .toList(),
                catalog.dependencies(),
                catalog.unmodelled());
    }

    /** Remembers how it looks now. */
    Mark mark() {
        Mark mark = new Mark("instar_position_" + ++marks, Set.copyOf(made));
        session.execute("SAVEPOINT " + mark.savepoint());
        return mark;
    }

    /** Takes back all that was made since. */
    void backTo(Mark mark) {
        session.execute("ROLLBACK TO " + mark.savepoint());
        made.clear();
        made.addAll(mark.made());
    }

    private ReplayException refused(RevisionId revision, ScriptStatement statement, DataAccessException failure) {
        SqlError said = database.describe(failure);
        boolean secretive = Literals.maySayPassword(statement.text());
        SqlError error = secretive ? said.withoutWords() : said;
        return new ReplayException(
                "Revision '%s' cannot be replayed: %s (%s)."
                        .formatted(revision, names.restore(error.message()), statement.origin()),
                ReplayException.SEE_THE_FILES,
                secretive ? error.asFailure() : failure);
    }
}
