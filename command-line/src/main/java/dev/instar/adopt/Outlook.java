package dev.instar.adopt;

import dev.instar.autogenerate.SourceScript;
import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.schema.Namespace;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.QualifiedName;
import dev.instar.script.Revisions;
import dev.instar.script.Script;
import dev.instar.script.ScriptStatement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the revisions speak of, read before any of them is replayed.
 *
 * @param schemas those in which they may create or change something, the current one first
 * @param created the schemas and extensions that they create themselves
 */
record Outlook(Set<String> schemas, Set<ObjectId> created) {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\d_$]*)";
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w$.\"])(?<schema>" + NAME + ")\\s*\\.\\s*(?<name>" + NAME + ")");
    private static final Pattern SEARCH_PATH =
            Pattern.compile("(?is)\\s*SET\\s+(?:\\w+\\s+)?search_path\\b(?<path>.*)");
    private static final Pattern CREATE_EXTENSION = Pattern.compile(
            "(?is)\\s*(?:CREATE|DROP)\\s+EXTENSION\\s+(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?(?<name>" + NAME + ").*");
    private static final Pattern OF_THE_SERVER = Pattern.compile("pg_.*|information_schema");

    static Outlook of(Revisions revisions, Session session, Database database, String current) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Set<String> schemas = new LinkedHashSet<>(Set.of(current));
        Set<ObjectId> created = new HashSet<>();
        for (Revision revision : revisions.graph().inOrder()) {
            Script script = revisions.script(revision.id());
            if (!script.isSkipped()) {
                script.forEach(Direction.UPGRADE, statement -> {
                    String schema = SourceScript.createdSchema(statement.text());
                    if (schema != null) {
                        schemas.add(schema);
                        created.add(Namespace.id(schema));
                    } else {
                        note(statement, names, created);
                    }
                });
            }
        }
        names.forEach((schema, mentioned) -> {
            if (!OF_THE_SERVER.matcher(schema).matches()
                    && database.hasSchema(session, schema)
                    && !database.namesOfExtensions(session, schema).containsAll(mentioned)) {
                schemas.add(schema);
            }
        });
        return new Outlook(schemas, created);
    }

    private static void note(ScriptStatement statement, Map<String, Set<String>> names, Set<ObjectId> created) {
        ObjectId extension = extension(statement.text());
        if (extension != null) {
            created.add(extension);
        } else if (SourceScript.saysWhatThereIs(statement.text(), statement.kind())) {
            Matcher path = SEARCH_PATH.matcher(statement.text());
            if (path.matches()) {
                Pattern.compile(NAME)
                        .matcher(path.group("path"))
                        .results()
                        .forEach(word -> note(word.group(), "", names));
            }
            Matcher qualified = QUALIFIED.matcher(statement.text());
            while (qualified.find()) {
                note(qualified.group("schema"), qualified.group("name"), names);
            }
        }
    }

    private static void note(String schema, String name, Map<String, Set<String>> names) {
        names.computeIfAbsent(SourceScript.stored(schema), first -> new HashSet<>())
                .add(SourceScript.stored(name));
    }

    /** The extension that the statement creates or drops, or {@code null} when it is about something else. */
    static @Nullable ObjectId extension(String sql) {
        Matcher extension = CREATE_EXTENSION.matcher(sql);
        return extension.matches()
                ? ObjectId.of(Kind.EXTENSION, QualifiedName.global(SourceScript.stored(extension.group("name"))))
                : null;
    }
}
