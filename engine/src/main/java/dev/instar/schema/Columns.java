package dev.instar.schema;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table. They are listed in their physical order, but the order does not count when two are compared:
 * no statement can change it, so counting it would make a difference that never goes away.
 */
public final class Columns implements Iterable<Column> {

    private final Map<String, Column> byName = new LinkedHashMap<>();

    public Columns(List<Column> columns) {
        columns.forEach(column -> byName.put(column.name(), column));
    }

    /** The column of this name. */
    public @Nullable Column find(String name) {
        return byName.get(name);
    }

    /** All columns in their physical order. */
    public Stream<Column> stream() {
        return byName.values().stream();
    }

    @Override
    public Iterator<Column> iterator() {
        return List.copyOf(byName.values()).iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Columns columns && byName.equals(columns.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    /** The columns by name: their order does not count here either. */
    @Override
    public String toString() {
        return new TreeMap<>(byName).values().toString();
    }
}
