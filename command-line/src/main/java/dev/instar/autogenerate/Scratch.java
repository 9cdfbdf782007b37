package dev.instar.autogenerate;

import dev.instar.database.Database;
import dev.instar.database.SqlError;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.ObjectId;
import dev.instar.sql.Literals;
import dev.instar.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/**
 * Creates the schema that a source wants beside the live one, looks at it, and takes it all back: it is one transaction
 * that is never committed, so that nothing is left behind even by a crash.
 */
final class Scratch {

    private static final String NOT_ALLOWED = "42501";
    private static final Pattern DROPS =
            Pattern.compile("(?is)DROP\\s.*|ALTER\\s+TABLE\\s+IF\\s+EXISTS\\s.*\\sDROP\\s.*");

    private final Session session;
    private final Database database;
    private final ScriptedSchema wanted;
    private final SourceScript script;
    private final Map<String, String> scratchBySchema = new LinkedHashMap<>();
    private final List<ObjectId> ofTheDatabase;
    private final ScratchNames names;

    /**
     * Prepares the scratch.
     *
     * @param ofTheDatabase what a mapping means as the database has it
     */
    Scratch(
            Session session,
            Database database,
            ScriptedSchema wanted,
            SourceScript script,
            Set<String> schemas,
            List<ObjectId> ofTheDatabase) {
        this.session = session;
        this.database = database;
        this.wanted = wanted;
        this.script = script;
        this.ofTheDatabase = wanted.language().isMapping() ? ofTheDatabase : List.of();
        schemas.forEach(schema -> scratchBySchema.put(schema, ScratchNames.fresh()));
        this.names = new ScratchNames(scratchBySchema);
    }

    /** The catalog of the wanted schema, under the names of the live one. */
    Catalog look(String currentSchema) {
        return session.tentatively(() -> {
            String path = database.namesLead(session);
            create();
            database.leadNamesTo(session, scratchBySchema.get(currentSchema) + ", " + path);
            spare();
            script.statements().forEach(this::run);
            Map<String, String> standFor = new LinkedHashMap<>();
            scratchBySchema.forEach((schema, scratch) -> standFor.put(scratch, schema));
            return database.catalog(session, new CatalogScope(new LinkedHashSet<>(scratchBySchema.values()), standFor));
        });
    }

    private void create() {
        try {
            database.prepareScratch(session);
            scratchBySchema.values().forEach(scratch -> session.execute("CREATE SCHEMA " + scratch));
        } catch (DataAccessException failure) {
            SqlError error = database.describe(failure);
            if (error.sqlState().equals(NOT_ALLOWED)) {
                throw new WantedSchemaException(
                        "The user may not create a schema in this database, which it takes to find out what %s %s: %s."
                                .formatted(wanted.name(), wants(), names.restore(error.message())),
                        "Give the right with 'GRANT CREATE ON DATABASE ... TO ...', or set 'instar.user' to a user who has"
                                + " it. Nothing was changed.",
                        failure);
            }
            throw failure;
        }
    }

    private String wants() {
        return wanted.name().endsWith("s") ? "want" : "wants";
    }

    private void spare() {
        scratchBySchema.keySet().forEach(schema -> {
            Set<String> spared = new HashSet<>(database.namesOfExtensions(session, schema));
            ofTheDatabase.stream()
                    .map(ObjectId::name)
                    .filter(name -> name.schema().equals(schema))
                    .forEach(name -> spared.add(name.name()));
            names.spare(schema, spared);
        });
    }

    private void run(Statement statement) {
        String sql = SourceScript.withinTransaction(names.rewrite(statement), statement.kind());
        try {
            if (DROPS.matcher(sql).matches()) {
                runAmongItsOwn(sql);
            } else {
                session.execute(sql);
            }
        } catch (DataAccessException failure) {
            throw refused(statement, failure);
        }
        if (sql.regionMatches(true, 0, "CREATE EXTENSION", 0, 16)) {
            spare();
        }
    }

    /** What a script drops to begin from nothing is not to be found, and locked, in the live schema. */
    private void runAmongItsOwn(String sql) {
        String path = database.namesLead(session);
        String own = Arrays.stream(path.split(","))
                .map(String::strip)
                .filter(scratchBySchema::containsValue)
                .collect(Collectors.joining(", "));
        database.leadNamesTo(session, own);
        session.execute(sql);
        database.leadNamesTo(session, path);
    }

    private WantedSchemaException refused(Statement statement, DataAccessException failure) {
        boolean generated = wanted.language().isMapping();
        boolean secretive = !generated && Literals.maySayPassword(statement.text());
        SqlError said = database.describe(failure);
        SqlError error = secretive ? said.withoutWords() : said;
        String text = secretive ? Literals.hidden(statement.text()) : statement.text();
        return new WantedSchemaException(
                "The schema that %s %s cannot be created: %s (%s).\n  %s\n"
                        .formatted(
                                wanted.name(),
                                wants(),
                                names.restore(error.message()),
                                generated
                                        ? "SQLSTATE " + error.sqlState()
                                        : "line " + statement.position().line(),
                                text.strip().replace("\n", "\n  ")),
                (generated ? "Correct the mapping." : "Correct the statement.") + " Nothing was changed.",
                secretive ? error.asFailure() : failure);
    }
}
