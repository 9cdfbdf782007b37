package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What depends on what in one catalog, found from either end. */
final class Dependencies {

    private final Map<ObjectId, Set<ObjectPart>> ofObject = new LinkedHashMap<>();
    private final Map<ObjectPart, Set<ObjectPart>> ofColumn = new LinkedHashMap<>();
    private final Map<ObjectPart, Set<ObjectPart>> dependents = new LinkedHashMap<>();

    Dependencies(Catalog catalog) {
        for (Dependency dependency : catalog.dependencies()) {
            ObjectPart dependent = dependency.dependent();
            ObjectPart on = dependency.on();
            if (!dependent.object().equals(on.object())) {
                addWithWhole(ofObject, dependent.object(), on);
            }
            if (!dependent.isWhole()) {
                addWithWhole(ofColumn, dependent, on);
            }
            dependents.computeIfAbsent(on, first -> new LinkedHashSet<>()).add(dependent);
        }
    }

    private static <K> void addWithWhole(Map<K, Set<ObjectPart>> parts, K key, ObjectPart part) {
        Set<ObjectPart> known = parts.computeIfAbsent(key, first -> new LinkedHashSet<>());
        known.add(part);
        known.add(ObjectPart.whole(part.object()));
    }

    /** What an object with all its columns cannot exist without. */
    Set<ObjectPart> of(ObjectId object) {
        return ofObject.getOrDefault(object, Set.of());
    }

    /** What one column cannot exist without. */
    Set<ObjectPart> of(ObjectPart column) {
        return ofColumn.getOrDefault(column, Set.of());
    }

    /** What cannot exist without this. */
    Set<ObjectPart> on(ObjectPart part) {
        return dependents.getOrDefault(part, Set.of());
    }
}
