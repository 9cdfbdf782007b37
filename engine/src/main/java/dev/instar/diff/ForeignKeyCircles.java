package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Foreign keys between dropped tables that lead in a circle: none of these tables can go before the keys do. */
final class ForeignKeyCircles {

    private final Map<QualifiedName, Set<QualifiedName>> targets = new LinkedHashMap<>();

    ForeignKeyCircles(Catalog catalog, Fates fates) {
        catalog.all(ForeignKey.class)
                .filter(key -> fates.isGone(Table.id(key.table())) && fates.isGone(Table.id(key.target())))
                .filter(key -> !key.table().equals(key.target()))
                .forEach(key -> targets.computeIfAbsent(key.table(), first -> new LinkedHashSet<>())
                        .add(key.target()));
    }

    boolean isInCircle(ForeignKey key) {
        return targets.getOrDefault(key.table(), Set.of()).contains(key.target())
                && reaches(key.target(), key.table(), new LinkedHashSet<>());
    }

    private boolean reaches(QualifiedName from, QualifiedName to, Set<QualifiedName> seen) {
        return from.equals(to)
                || seen.add(from)
                        && targets.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, seen));
    }
}
