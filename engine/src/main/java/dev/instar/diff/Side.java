package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the two catalogs: what is in it, what belongs to what, and what depends on what, found from either end. */
final class Side {

    private final Catalog catalog;
    private final Map<QualifiedName, List<SchemaObject>> belongings = new LinkedHashMap<>();
    private final Map<ObjectId, Set<ObjectPart>> neededByObject = new LinkedHashMap<>();
    private final Map<ObjectPart, Set<ObjectPart>> neededByColumn = new LinkedHashMap<>();
    private final Map<ObjectPart, Set<ObjectPart>> dependents = new LinkedHashMap<>();

    Side(Catalog catalog) {
        this.catalog = catalog;
        for (SchemaObject object : objects()) {
            QualifiedName owner = object.owner();
            if (owner != null) {
                belongings.computeIfAbsent(owner, first -> new ArrayList<>()).add(object);
            }
        }
        for (Dependency dependency : catalog.dependencies()) {
            ObjectPart dependent = dependency.dependent();
            ObjectPart on = dependency.on();
            if (!dependent.object().equals(on.object())) {
                addWithWhole(neededByObject, dependent.object(), on);
            }
            if (!dependent.isWhole()) {
                addWithWhole(neededByColumn, dependent, on);
            }
            dependents.computeIfAbsent(on, first -> new LinkedHashSet<>()).add(dependent);
        }
    }

    private static <K> void addWithWhole(Map<K, Set<ObjectPart>> parts, K key, ObjectPart part) {
        Set<ObjectPart> known = parts.computeIfAbsent(key, first -> new LinkedHashSet<>());
        known.add(part);
        known.add(ObjectPart.whole(part.object()));
    }

    Catalog catalog() {
        return catalog;
    }

    Collection<SchemaObject> objects() {
        return catalog.objects().values();
    }

    <T extends SchemaObject> Stream<T> all(Class<T> type) {
        return catalog.all(type);
    }

    @Nullable
    SchemaObject find(ObjectId id) {
        return catalog.find(id);
    }

    @Nullable
    Table table(QualifiedName name) {
        return catalog.table(name);
    }

    @Nullable
    Column column(ObjectPart part) {
        return catalog.column(part);
    }

    /** What belongs to the table or view of this name. */
    List<SchemaObject> belongings(QualifiedName owner) {
        return belongings.getOrDefault(owner, List.of());
    }

    /** What an object with all its columns cannot exist without. */
    Set<ObjectPart> needs(ObjectId object) {
        return neededByObject.getOrDefault(object, Set.of());
    }

    /** What one column cannot exist without. */
    Set<ObjectPart> needs(ObjectPart column) {
        return neededByColumn.getOrDefault(column, Set.of());
    }

    /** What cannot exist without this. */
    Set<ObjectPart> dependents(ObjectPart part) {
        return dependents.getOrDefault(part, Set.of());
    }
}
