package dev.instar.database;

import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.Catalog.Unmodelled;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalog that is being read, with the numbers by which the server's own tables refer to its objects. */
final class CatalogDraft {

    private final List<SchemaObject> objects = new ArrayList<>();
    /** By the server's table, and the row in that. */
    private final Map<String, Map<Long, ObjectId>> ids = new HashMap<>();

    /** By the row of what has columns, and their number. */
    private final Map<Long, Map<Integer, String>> columnNames = new HashMap<>();

    private final Set<Dependency> dependencies = new HashSet<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    void add(String table, long oid, SchemaObject object) {
        objects.add(object);
        know(table, oid, object.id());
    }

    /** Remembers whom a row of the server's belongs to. */
    void know(String table, long oid, ObjectId id) {
        ids.computeIfAbsent(table, first -> new HashMap<>()).put(oid, id);
    }

    void knowColumn(long table, int number, String name) {
        columnNames.computeIfAbsent(table, first -> new HashMap<>()).put(number, name);
    }

    void addUnmodelled(String kind, String name) {
        unmodelled.add(new Unmodelled(kind, name));
    }

    /** The object, or its column, that a row of the server's belongs to, if it is modelled. */
    @Nullable
    ObjectPart part(String table, long oid, int column) {
        ObjectId id = ids.getOrDefault(table, Map.of()).get(oid);
        if (id == null) {
            return null;
        }
        String name = columnNames.getOrDefault(oid, Map.of()).get(column);
        return name == null ? ObjectPart.whole(id) : new ObjectPart(id, name);
    }

    void addDependency(@Nullable ObjectPart dependent, @Nullable ObjectPart on) {
        if (dependent == null || on == null || isInternal(dependent, on)) {
            return;
        }
        dependencies.add(new Dependency(dependent, on));
    }

    /** What an object has to do with itself is nobody's business, except that one column is computed from another. */
    private static boolean isInternal(ObjectPart dependent, ObjectPart on) {
        boolean oneObject = dependent.object().equals(on.object());
        boolean ownership = dependent.object().kind() == ObjectId.Kind.SEQUENCE && !on.isWhole();
        return ownership
                || oneObject
                        && (dependent.isWhole()
                                || on.isWhole()
                                || dependent.column().equals(on.column()));
    }

    Catalog toCatalog() {
        unmodelled.sort(Comparator.comparing(Unmodelled::kind).thenComparing(Unmodelled::name));
        return Catalog.of(objects, dependencies, unmodelled);
    }
}
