package dev.instar.adopt;

import dev.instar.diff.SchemaDiff;
import dev.instar.schema.Catalog;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Holds schemas against that of a database, the cheap way first. */
final class Likeness {

    private final Catalog live;
    private final Set<String> columns;

    Likeness(Catalog live) {
        this.live = live;
        this.columns = Columns.of(live);
    }

    /**
     * How far a schema is from that of the database. What Instar has no model for makes no difference.
     *
     * @param columns how many columns only one of them has
     * @param objects how many objects only one of them has, or has otherwise, where the columns are the same
     * @param other whether they differ in something that is not modelled
     */
    record Distance(int columns, int objects, boolean other) implements Comparable<Distance> {

        boolean isZero() {
            return columns == 0 && objects == 0;
        }

        @Override
        public int compareTo(Distance to) {
            int order = Integer.compare(columns, to.columns);
            return order == 0 ? Integer.compare(objects, to.objects) : order;
        }
    }

    Distance of(Set<String> its, Supplier<Catalog> catalog) {
        int onlyOne = countOfOnlyOne(columns, its);
        return onlyOne > 0 ? new Distance(onlyOne, 0, false) : of(catalog.get());
    }

    private Distance of(Catalog other) {
        int differing = (int) Stream.concat(live.objects().keySet().stream(), other.objects().keySet().stream())
                .distinct()
                .filter(id -> !Objects.equals(live.find(id), other.find(id)))
                .count();
        boolean sameNames = live.objects().keySet().equals(other.objects().keySet());
        // Two can be written differently and be the same for all who use them.
        boolean same =
                differing == 0 || sameNames && SchemaDiff.between(live, other).isEmpty();
        return new Distance(0, same ? 0 : differing, !live.unmodelled().equals(other.unmodelled()));
    }

    private static <T> int countOfOnlyOne(Set<T> some, Set<T> others) {
        Set<T> common = new HashSet<>(some);
        common.retainAll(others);
        return some.size() + others.size() - 2 * common.size();
    }
}
