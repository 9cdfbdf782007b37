package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.Constraint;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** A catalog that renames are applied to, before it is compared in any other way. */
final class Renaming {

    private static final String ASIDE = "_replaced";

    private Catalog catalog;
    private final List<Change> changes = new ArrayList<>();

    Renaming(Catalog catalog) {
        this.catalog = catalog;
    }

    Catalog catalog() {
        return catalog;
    }

    List<Change> changes() {
        return changes;
    }

    /** A rename that somebody confirmed. */
    void apply(Rename rename) {
        new RenameCheck(catalog).check(rename);
        ObjectPart from = rename.from();
        setAside(
                from.isWhole()
                        ? ObjectPart.whole(from.object().named(rename.to()))
                        : new ObjectPart(from.object(), rename.to()));
        QualifiedName name = from.object().name();
        if (from.isWhole()) {
            rewrite(NameMaps.table(name, name.sibling(rename.to()), readers(Set.of(from))));
        } else if (from.object().kind() == ObjectId.Kind.TABLE) {
            Set<ObjectPart> columns = new LinkedHashSet<>(Parts.column(catalog, name, from.column()));
            rewrite(NameMaps.column(columns, rename.to(), readers(columns)));
        } else {
            rewrite(NameMaps.value(name, from.column(), rename.to()));
        }
        changes.add(rename.change());
    }

    /** Whoever has the name that is wanted is on the way out, or there would be no such wish. */
    private void setAside(ObjectPart occupant) {
        if (!(catalog.find(occupant.object()) instanceof Table table)) {
            return;
        }
        if (occupant.isWhole()) {
            apply(new Rename(occupant, table.name().name() + ASIDE));
        } else if (table.columns().find(occupant.column()) != null) {
            apply(new Rename(occupant, occupant.column() + ASIDE));
        }
    }

    private Set<ObjectId> readers(Set<ObjectPart> parts) {
        return catalog.dependencies().stream()
                .filter(dependency -> parts.contains(dependency.on())
                        || parts.contains(ObjectPart.whole(dependency.on().object())))
                .map(dependency -> dependency.dependent().object())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Renames that lose nothing and need no word of anybody: what is the same in everything but its own name. */
    void followNames(Catalog wanted) {
        follow(
                Sequence.class,
                wanted,
                (old, other) -> old.ownedBy() != null && old.ownedBy().equals(other.ownedBy()));
        follow(Constraint.class, wanted, (old, other) -> old.named(other.name()).equals(other));
        follow(Index.class, wanted, (old, other) -> old.named(other.name()).equals(other));
    }

    private <T extends SchemaObject> void follow(Class<T> type, Catalog wanted, BiPredicate<T, T> isSame) {
        List<T> fresh = new ArrayList<>(wanted.all(type)
                .filter(object -> catalog.find(object.id()) == null && isFree(object))
                .toList());
        List<T> gone = catalog.all(type)
                .filter(object -> wanted.find(object.id()) == null)
                .toList();
        for (T old : gone) {
            fresh.stream().filter(other -> isSame.test(old, other)).findFirst().ifPresent(other -> {
                fresh.remove(other);
                follow(old.id(), other.id().ownName());
            });
        }
    }

    private boolean isFree(SchemaObject wanted) {
        List<QualifiedName> names = Parts.names(wanted);
        return catalog.objects().values().stream()
                .noneMatch(object -> Parts.names(object).stream().anyMatch(names::contains));
    }

    private void follow(ObjectId from, String to) {
        rewrite(
                from.kind() == ObjectId.Kind.CONSTRAINT
                        ? NameMaps.constraint(from.name(), from.part(), to)
                        : NameMaps.relation(from.name(), from.name().sibling(to)));
        changes.add(new RenameObject(from, to));
    }

    private void rewrite(NameMap names) {
        Renamed renamed = new Renamed(names);
        Map<ObjectId, ObjectId> ids = new LinkedHashMap<>();
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : catalog.objects().values()) {
            SchemaObject other = renamed.of(object);
            objects.add(other);
            ids.put(object.id(), other.id());
        }
        List<Dependency> dependencies = catalog.dependencies().stream()
                .map(dependency ->
                        new Dependency(part(renamed, ids, dependency.dependent()), part(renamed, ids, dependency.on())))
                .toList();
        catalog = Catalog.of(objects, dependencies, catalog.unmodelled());
    }

    private static ObjectPart part(Renamed renamed, Map<ObjectId, ObjectId> ids, ObjectPart part) {
        ObjectPart column = renamed.of(part);
        return new ObjectPart(ids.getOrDefault(part.object(), part.object()), column.column());
    }
}
