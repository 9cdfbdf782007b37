package dev.instar.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a database looks like. Two catalogs are equal when they hold equal objects; what depends on what follows from
 * the objects and is not compared.
 *
 * @param unmodelled what was seen but is not modelled: whoever acts on a catalog must say so, and leave it alone
 */
public record Catalog(
        SortedMap<ObjectId, SchemaObject> objects, SortedSet<Dependency> dependencies, List<Unmodelled> unmodelled) {

    /** One object, or a column of it, cannot exist without another. */
    public record Dependency(ObjectPart dependent, ObjectPart on) implements Comparable<Dependency> {

        private static final Comparator<Dependency> ORDER =
                Comparator.comparing(Dependency::dependent).thenComparing(Dependency::on);

        @Override
        public int compareTo(Dependency other) {
            return ORDER.compare(this, other);
        }
    }

    /** An object that Instar has no model for, such as an aggregate or a foreign table. */
    public record Unmodelled(String kind, String name) {}

    public Catalog {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
        unmodelled = List.copyOf(unmodelled);
    }

    /** A catalog of these objects. */
    public static Catalog of(
            Collection<? extends SchemaObject> objects,
            Collection<Dependency> dependencies,
            Collection<Unmodelled> unmodelled) {
        SortedMap<ObjectId, SchemaObject> byId = new TreeMap<>();
        objects.forEach(object -> byId.put(object.id(), object));
        return new Catalog(byId, new TreeSet<>(dependencies), List.copyOf(unmodelled));
    }

    /** The object that is called this. */
    public @Nullable SchemaObject find(ObjectId id) {
        return objects.get(id);
    }

    /** The table of this name. */
    public @Nullable Table table(QualifiedName name) {
        return objects.get(Table.id(name)) instanceof Table table ? table : null;
    }

    /** The column of a table. */
    public @Nullable Column column(ObjectPart part) {
        return objects.get(part.object()) instanceof Table table
                ? table.columns().find(part.column())
                : null;
    }

    /** All objects of one type, by name. */
    public <T extends SchemaObject> Stream<T> all(Class<T> type) {
        return objects.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** The catalog without the tables that do not match, and without everything that belongs to them. */
    public Catalog withTables(Predicate<QualifiedName> wanted) {
        return Catalog.of(
                objects.values().stream()
                        .filter(object -> tableOf(object) == null || wanted.test(tableOf(object)))
                        .toList(),
                dependencies,
                unmodelled);
    }

    /** The table, or the one that the object stands and falls with; {@code null} for what belongs to none. */
    public static @Nullable QualifiedName tableOf(SchemaObject object) {
        if (object instanceof Table table) {
            return table.name();
        }
        if (object instanceof Sequence sequence && sequence.ownedBy() != null) {
            return sequence.ownedBy().object().name();
        }
        return object.owner();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog catalog
                && objects.equals(catalog.objects)
                && unmodelled.equals(catalog.unmodelled);
    }

    @Override
    public int hashCode() {
        return Objects.hash(objects, unmodelled);
    }
}
