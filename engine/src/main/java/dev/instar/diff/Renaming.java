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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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
            for (Kind kind : RELATIONS) {
                ObjectId relation = ObjectId.of(kind, id.name());
                if (catalog.find(relation) != null) {
                    setAside(ObjectPart.whole(relation), id.ownName());
                    return;
                }
            }
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
        Set<ObjectId> readers = new LinkedHashSet<>();
        for (Dependency dependency : catalog.dependencies()) {
            ObjectPart on = dependency.on();
            if (parts.contains(on) || parts.contains(ObjectPart.whole(on.object()))) {
                readers.add(dependency.dependent().object());
            }
        }
        return readers;
    }

    /** Renames that lose nothing and need no word of anybody: what is the same in everything but its own name. */
    void followNames(Catalog wanted) {
        follow(Sequence.class, wanted);
        follow(Constraint.class, wanted);
        follow(Index.class, wanted);
    }

    private void follow(Class<? extends SchemaObject> type, Catalog wanted) {
        List<SchemaObject> fresh = fresh(type, wanted);
        Map<ObjectId, SchemaObject> pairs = new LinkedHashMap<>();
        for (SchemaObject old : catalog.objects().values()) {
            if (type.isInstance(old) && wanted.find(old.id()) == null) {
                for (SchemaObject other : fresh) {
                    if (isSame(old, other)) {
                        fresh.remove(other);
                        pairs.put(old.id(), other);
                        break;
                    }
                }
            }
        }
        if (type == Sequence.class) {
            pairs.forEach((from, other) -> rewrite(
                    new Renamed(new Rename(ObjectPart.whole(from), other.id().ownName()), Set.of(), Set.of())));
        } else {
            replace(pairs);
        }
    }

    /** Objects that are new, and whose names nobody has. */
    private List<SchemaObject> fresh(Class<? extends SchemaObject> type, Catalog wanted) {
        Set<QualifiedName> taken = new HashSet<>();
        catalog.objects().values().forEach(object -> taken.addAll(Parts.names(object)));
        List<SchemaObject> fresh = new ArrayList<>();
        for (SchemaObject object : wanted.objects().values()) {
            if (type.isInstance(object)
                    && catalog.find(object.id()) == null
                    && Collections.disjoint(taken, Parts.names(object))) {
                fresh.add(object);
            }
        }
        return fresh;
    }

    private static boolean isSame(SchemaObject old, SchemaObject other) {
        if (old instanceof Sequence was && other instanceof Sequence is) {
            return was.ownedBy() != null && was.ownedBy().equals(is.ownedBy());
        }
        if (old instanceof Constraint was && other instanceof Constraint is) {
            return was.named(is.name()).equals(is);
        }
        return old instanceof Index was
                && other instanceof Index is
                && was.named(is.name()).equals(is);
    }

    /** What differs in nothing but its name, of which nobody else speaks, becomes the other one: all in one go. */
    private void replace(Map<ObjectId, SchemaObject> pairs) {
        Map<ObjectId, ObjectId> ids = new LinkedHashMap<>();
        pairs.forEach((from, other) -> {
            ids.put(from, other.id());
            changes.add(
                    Changes.rename(new Rename(ObjectPart.whole(from), other.id().ownName())));
        });
        List<SchemaObject> objects = new ArrayList<>();
        catalog.objects().forEach((id, object) -> objects.add(pairs.getOrDefault(id, object)));
        rebuild(objects, part -> new ObjectPart(ids.getOrDefault(part.object(), part.object()), part.column()));
    }

    private void rebuild(List<SchemaObject> objects, UnaryOperator<ObjectPart> renamed) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Dependency dependency : catalog.dependencies()) {
            dependencies.add(new Dependency(renamed.apply(dependency.dependent()), renamed.apply(dependency.on())));
        }
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
