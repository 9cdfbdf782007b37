package dev.instar.diff;

import dev.instar.revision.InstarException;
import dev.instar.revision.Suggestion;
import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Dependency;
import dev.instar.schema.Column;
import dev.instar.schema.Constraint;
import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A catalog that renames are applied to, before it is compared in any other way. */
final class Renaming {

    /** What shares its names with tables. */
    private static final List<Kind> RELATIONS =
            List.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.SEQUENCE, Kind.INDEX);

    private Catalog catalog;
    private final List<Change> changes = new ArrayList<>();
    /** What made way for somebody else, so that two can change their names with each other. */
    private final Map<ObjectPart, ObjectPart> aside = new HashMap<>();

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
    void apply(Rename confirmed) {
        ObjectPart from = aside.getOrDefault(confirmed.from(), confirmed.from());
        check(from);
        move(new Rename(from, confirmed.to()));
    }

    private void move(Rename rename) {
        ObjectPart from = rename.from();
        setAside(
                from.isWhole()
                        ? ObjectPart.whole(from.object().named(rename.to()))
                        : new ObjectPart(from.object(), rename.to()));
        boolean isColumn = !from.isWhole() && from.object().kind() == Kind.TABLE;
        Set<ObjectPart> columns = isColumn
                ? new LinkedHashSet<>(Parts.column(catalog, from.object().name(), from.column()))
                : Set.of();
        rewrite(new Renamed(rename, columns, readers(isColumn ? columns : Set.of(from))));
    }

    /** Whoever has the name that is wanted is on the way out, or there would be no such wish. */
    private void setAside(ObjectPart occupant) {
        ObjectId id = occupant.object();
        if (occupant.isWhole() && id.kind() == Kind.TABLE) {
            RELATIONS.stream()
                    .map(kind -> ObjectId.of(kind, id.name()))
                    .filter(relation -> catalog.find(relation) != null)
                    .findFirst()
                    .ifPresent(relation -> setAside(ObjectPart.whole(relation), id.ownName()));
        } else if (catalog.column(occupant) != null) {
            setAside(occupant, occupant.column());
        }
    }

    private void setAside(ObjectPart occupant, String name) {
        Rename rename = new Rename(occupant, Aside.of(name));
        move(rename);
        aside.put(occupant, rename.reverse().from());
    }

    /** Whether what is to be renamed is there. */
    private void check(ObjectPart from) {
        SchemaObject object = catalog.find(from.object());
        if (object == null) {
            refuse(
                    from.object().toString(),
                    from.object().ownName(),
                    catalog.objects().keySet().stream()
                            .filter(other -> other.kind() == from.object().kind())
                            .map(ObjectId::ownName)
                            .toList());
        } else if (!from.isWhole()) {
            List<String> names = object instanceof Table table
                    ? table.columns().stream().map(Column::name).toList()
                    : object instanceof Enumeration type ? type.values() : List.of();
            if (!names.contains(from.column())) {
                String what = object instanceof Enumeration ? "value " : "column ";
                refuse(what + Identifier.quote(from.column()) + " in " + object.id(), from.column(), names);
            }
        }
    }

    private static void refuse(String what, String typed, List<String> known) {
        throw new InstarException(
                "There is no " + what + " to rename.",
                Suggestion.didYouMean(typed, known, "Take a name that the database has."));
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
        Set<QualifiedName> taken = new HashSet<>();
        catalog.objects().values().forEach(object -> taken.addAll(Parts.names(object)));
        List<T> fresh = new ArrayList<>(wanted.all(type)
                .filter(object -> catalog.find(object.id()) == null
                        && Parts.names(object).stream().noneMatch(taken::contains))
                .toList());
        List<T> gone = catalog.all(type)
                .filter(object -> wanted.find(object.id()) == null)
                .toList();
        Map<ObjectId, T> pairs = new LinkedHashMap<>();
        for (T old : gone) {
            fresh.stream().filter(other -> isSame.test(old, other)).findFirst().ifPresent(other -> {
                fresh.remove(other);
                pairs.put(old.id(), other);
            });
        }
        if (type == Sequence.class) {
            pairs.forEach((from, other) -> rewrite(
                    new Renamed(new Rename(ObjectPart.whole(from), other.id().ownName()), Set.of(), Set.of())));
        } else {
            replace(pairs);
        }
    }

    /** What differs in nothing but its name, of which nobody else speaks, becomes the other one: all in one go. */
    private void replace(Map<ObjectId, ? extends SchemaObject> pairs) {
        Map<ObjectId, ObjectId> ids = new LinkedHashMap<>();
        pairs.forEach((from, other) -> {
            ids.put(from, other.id());
            changes.add(
                    Changes.rename(new Rename(ObjectPart.whole(from), other.id().ownName())));
        });
        List<SchemaObject> objects = new ArrayList<>();
        catalog.objects().forEach((id, object) -> objects.add(pairs.containsKey(id) ? pairs.get(id) : object));
        rebuild(objects, part -> new ObjectPart(ids.getOrDefault(part.object(), part.object()), part.column()));
    }

    private void rebuild(List<SchemaObject> objects, UnaryOperator<ObjectPart> renamed) {
        List<Dependency> dependencies = catalog.dependencies().stream()
                .map(dependency ->
                        new Dependency(renamed.apply(dependency.dependent()), renamed.apply(dependency.on())))
                .toList();
        catalog = Catalog.of(objects, dependencies, catalog.unmodelled());
    }

    private void rewrite(Renamed renamed) {
        Map<ObjectId, ObjectId> ids = new LinkedHashMap<>();
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : catalog.objects().values()) {
            SchemaObject other = renamed.of(object);
            objects.add(other);
            ids.put(object.id(), other.id());
        }
        rebuild(objects, part -> part(renamed, ids, part));
        changes.add(Changes.rename(renamed.rename()));
    }

    private static ObjectPart part(Renamed renamed, Map<ObjectId, ObjectId> ids, ObjectPart part) {
        ObjectPart column = renamed.of(part);
        return new ObjectPart(ids.getOrDefault(part.object(), part.object()), column.column());
    }
}
