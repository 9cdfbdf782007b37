package dev.instar.autogenerate;

import dev.instar.revision.InstarException;
import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the database keeps, and cannot keep because it reads something that the source no longer wants. */
record Conflicts(Catalog live, Catalog wanted, Set<ObjectId> kept) {

    void refuse() {
        String conflicts = live.dependencies().stream()
                .filter(this::isConflict)
                .map(dependency ->
                        "  %s needs %s\n".formatted(dependency.dependent().object(), dependency.on()))
                .distinct()
                .collect(Collectors.joining());
        if (!conflicts.isEmpty()) {
            throw new InstarException(
                    "Something that stays needs something that is not wanted any more:\n" + conflicts,
                    "Drop or change it in a revision of its own first, or keep what it needs.");
        }
    }

    private boolean isConflict(Dependency dependency) {
        return kept.contains(dependency.dependent().object())
                && live.find(dependency.on().object()) != null
                && exists(dependency.on(), live.objects())
                && !exists(dependency.on(), wanted.objects());
    }

    static boolean exists(ObjectPart part, Map<ObjectId, SchemaObject> objects) {
        SchemaObject object = objects.get(part.object());
        return object != null
                && (part.isWhole()
                        || !(object instanceof Table table)
                        || table.columns().find(part.column()) != null);
    }
}
