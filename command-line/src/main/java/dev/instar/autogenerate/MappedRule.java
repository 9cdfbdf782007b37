package dev.instar.autogenerate;

import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Constraint.Timing;
import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether a constraint or an index of the database is what a mapping asks for, as far as a mapping can say. */
record MappedRule(SchemaObject wanted, Extent extent) {

    /** Whether the one in the database does. */
    boolean isMetBy(SchemaObject live) {
        String name = GeneratedName.of(wanted);
        if (!live.id().equals(wanted.id()) && !GeneratedName.isGenerated(name)) {
            return false;
        }
        return extent.compareTo(Extent.MAPPED) > 0 ? renamed(live).equals(live) : isMetInSubstance(live);
    }

    private SchemaObject renamed(SchemaObject live) {
        if (wanted instanceof Constraint constraint && live instanceof Constraint other) {
            return constraint.named(other.name());
        }
        return wanted instanceof Index index && live instanceof Index other ? index.named(other.name()) : wanted;
    }

    private boolean isMetInSubstance(SchemaObject live) {
        if (wanted instanceof Key key) {
            return isMet(key, live);
        }
        if (wanted instanceof ForeignKey key && live instanceof ForeignKey other) {
            return isMet(key, other);
        }
        if (wanted instanceof Check check && live instanceof Check other) {
            return check.table().equals(other.table()) && check.expression().equals(other.expression());
        }
        return wanted instanceof Index index && isMet(index, live);
    }

    private static boolean isMet(Key key, SchemaObject live) {
        if (live instanceof Key other) {
            boolean sameColumns = key.primary()
                    ? Set.copyOf(key.columns()).equals(Set.copyOf(other.columns()))
                    : key.columns().equals(other.columns());
            return key.table().equals(other.table())
                    && key.primary() == other.primary()
                    && sameColumns
                    && isSaid(key.nullsNotDistinct(), other.nullsNotDistinct())
                    && isSaid(key.timing(), other.timing());
        }
        return !key.primary()
                && !key.timing().deferrable()
                && live instanceof Index index
                && isPlainlyUnique(index, key.table())
                && isSaid(key.nullsNotDistinct(), index.nullsNotDistinct())
                && keys(key).equals(index.keys());
    }

    /** What the mapping says must be so; what it does not say is up to the database. */
    private static boolean isSaid(boolean wanted, boolean live) {
        return live || !wanted;
    }

    private static boolean isSaid(Timing wanted, Timing live) {
        return !wanted.deferrable() || wanted.equals(live);
    }

    /** The columns as the server writes them within an index. */
    private static List<String> keys(Key key) {
        return key.columns().stream().map(Identifier::quote).toList();
    }

    private static boolean isPlainlyUnique(Index index, QualifiedName table) {
        return index.unique() && index.table().equals(table) && index.predicate() == null && index.valid();
    }

    /** An action that somebody wrote by hand is kept where the mapping is silent about it. */
    private static boolean isMet(ForeignKey key, ForeignKey other) {
        boolean sameColumns = key.table().equals(other.table())
                && key.columns().equals(other.columns())
                && key.target().equals(other.target())
                && key.targetColumns().equals(other.targetColumns());
        boolean silent = key.onDelete().equals("NO ACTION") && !GeneratedName.isHash(other.name());
        return sameColumns
                && (silent || key.onDelete().equals(other.onDelete()))
                && (key.onUpdate().equals("NO ACTION") || key.onUpdate().equals(other.onUpdate()))
                && isSaid(key.timing(), other.timing());
    }

    private static boolean isMet(Index index, SchemaObject live) {
        if (live instanceof Index other) {
            boolean sameName = index.name().equals(other.name());
            boolean samePredicate = Objects.equals(index.predicate(), other.predicate());
            return index.table().equals(other.table())
                    && index.unique() == other.unique()
                    && index.keys().equals(other.keys())
                    && (samePredicate || sameName && index.predicate() == null)
                    && (sameName || other.valid())
                    && (index.include().isEmpty() || index.include().equals(other.include()))
                    && isSaid(index.nullsNotDistinct(), other.nullsNotDistinct());
        }
        return index.unique()
                && index.predicate() == null
                && live instanceof Key key
                && key.table().equals(index.table())
                && isSaid(index.nullsNotDistinct(), key.nullsNotDistinct())
                && keys(key).equals(index.keys());
    }
}
