package dev.instar.autogenerate;

import dev.instar.database.Database;
import dev.instar.diff.Difference;
import dev.instar.diff.Rename;
import dev.instar.diff.SchemaDiff;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.schema.Namespace;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.QualifiedName;
import dev.instar.sql.SqlSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds the schema of a session's database against the one that a source wants. Nothing is changed by that. */
public final class SchemaComparer {

    private final Session session;
    private final Database database;
    private final Predicate<QualifiedName> isOwn;

    /**
     * Compares over this session.
     *
     * @param isOwn tells Instar's own tables, which are nobody else's business
     */
    public SchemaComparer(Session session, Database database, Predicate<QualifiedName> isOwn) {
        this.session = session;
        this.database = database;
        this.isOwn = isOwn;
    }

    /** What leads from the database to the wanted schema. */
    public SchemaComparison compare(WantedSchema source, ComparisonOptions options) {
        String current = database.requiredSchema(session);
        Set<String> schemas = new LinkedHashSet<>(List.of(current));
        addMeant(schemas, options.filter(), session);
        Catalog wanted;
        Catalog live;
        if (source instanceof ScriptedSchema scripted) {
            SourceScript script = read(scripted);
            schemas.addAll(script.schemas());
            live = live(schemas);
            wanted = new Scratch(session, database, scripted, script, schemas, notCreated(script, live)).look(current);
        } else {
            wanted = read((ExistingSchema) source, schemas, options.filter());
            live = live(schemas);
        }
        return compare(withoutOwn(live), withoutOwn(wanted), source, options, current);
    }

    private Catalog live(Set<String> schemas) {
        return database.catalog(session, new CatalogScope(schemas, Map.of()));
    }

    /** What a source may name as the database has it, for it creates nothing of that name. */
    private static List<ObjectId> notCreated(SourceScript script, Catalog live) {
        Set<String> created = script.created();
        return live.objects().keySet().stream()
                .filter(id -> id.kind().isType() || id.kind() == Kind.SEQUENCE || id.kind() == Kind.ROUTINE)
                .filter(id -> !created.contains(id.ownName()))
                .toList();
    }

    private static SourceScript read(ScriptedSchema scripted) {
        try {
            return SourceScript.of(scripted.sql());
        } catch (SqlSyntaxException unreadable) {
            throw new WantedSchemaException(
                    "The schema that %s describes cannot be read: %s"
                            .formatted(scripted.name(), unreadable.getMessage()),
                    "Correct the script.",
                    unreadable);
        }
    }

    /** The schemas that are named, and those that are there where the name has an asterisk. */
    private static void addMeant(Set<String> schemas, TableFilter filter, Session session) {
        schemas.addAll(filter.namedSchemas());
        if (filter.namedSchemas().size() < filter.schemas().size()) {
            Database.of(session)
                    .catalog(session, CatalogScope.everything())
                    .all(Namespace.class)
                    .map(Namespace::name)
                    .filter(filter::testSchema)
                    .forEach(schemas::add);
        }
    }

    private static Catalog read(ExistingSchema existing, Set<String> schemas, TableFilter filter) {
        try (Session other = Session.open(existing.dataSource())) {
            addMeant(schemas, filter, other);
            return Database.of(other).catalog(other, new CatalogScope(schemas, Map.of()));
        }
    }

    private Catalog withoutOwn(Catalog catalog) {
        return catalog.withTables(table -> !isOwn.test(table));
    }

    private static SchemaComparison compare(
            Catalog live, Catalog wanted, WantedSchema source, ComparisonOptions options, String current) {
        List<Rename> renames = new ArrayList<>();
        Catalog renamed = live;
        for (String word : options.renames()) {
            Rename rename = new RenameWords(renamed, current).parse(word);
            renames.add(rename);
            renamed = SchemaDiff.renamed(live, renames);
        }
        Completion completion = new Completion(renamed, wanted, source.language(), options);
        Difference difference = SchemaDiff.between(live, completion.complete(), renames);
        return new SchemaComparison(
                source.name(),
                source.language(),
                difference,
                SchemaDiff.candidates(renamed, wanted).stream()
                        .filter(candidate ->
                                isLookedAt(candidate.rename().from().object(), options.filter()))
                        .toList(),
                completion.leftAlone(),
                Stream.concat(live.unmodelled().stream(), wanted.unmodelled().stream())
                        .distinct()
                        .toList());
    }

    private static boolean isLookedAt(ObjectId object, TableFilter filter) {
        return object.kind() != ObjectId.Kind.TABLE || filter.test(object.name());
    }
}
