package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.UserType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts types into the order in which they can be created. */
final class TypeOrder {

    private TypeOrder() {}

    static List<UserType> of(Catalog catalog, Dependencies dependencies, Set<ObjectId> types) {
        Set<ObjectId> ordered = new LinkedHashSet<>();
        types.forEach(type -> add(type, dependencies, types, ordered));
        return ordered.stream().map(catalog::find).map(UserType.class::cast).toList();
    }

    private static void add(ObjectId type, Dependencies dependencies, Set<ObjectId> types, Set<ObjectId> ordered) {
        for (ObjectPart on : dependencies.of(type)) {
            if (types.contains(on.object()) && !ordered.contains(on.object())) {
                add(on.object(), dependencies, types, ordered);
            }
        }
        ordered.add(type);
    }
}
