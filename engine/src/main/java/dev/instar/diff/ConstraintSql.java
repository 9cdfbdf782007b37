package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.Exclusion;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Constraint.Timing;
import dev.instar.schema.Identifier;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes constraints of tables. */
final class ConstraintSql {

    private ConstraintSql() {}

    static String add(Constraint constraint) {
        return "ALTER TABLE %s ADD %s".formatted(constraint.table(), named(constraint));
    }

    static String named(Constraint constraint) {
        return "CONSTRAINT " + Identifier.quote(constraint.name()) + " " + definition(constraint);
    }

    static String definition(Constraint constraint) {
        if (constraint instanceof Key key) {
            return key(key);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        return constraint instanceof Check check ? check(check) : ((Exclusion) constraint).definition();
    }

    private static String check(Check check) {
        return "CHECK " + Parentheses.around(check.expression())
                + (check.noInherit() ? " NO INHERIT" : "")
                + state(check.valid(), check.enforced());
    }

    private static String key(Key key) {
        return (key.primary() ? "PRIMARY KEY" : "UNIQUE")
                + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + " ("
                + columns(key.columns(), key.withoutOverlaps(), "", " WITHOUT OVERLAPS")
                + ")"
                + include(key.include())
                + options(key.options())
                + tablespace(" USING INDEX", key.tablespace())
                + timing(key.timing());
    }

    private static String foreignKey(ForeignKey key) {
        return "FOREIGN KEY (" + columns(key.columns(), key.period(), "PERIOD ", "") + ") REFERENCES " + key.target()
                + " (" + columns(key.targetColumns(), key.period(), "PERIOD ", "") + ")"
                + (key.match().equals("FULL") ? " MATCH FULL" : "")
                + (key.onUpdate().equals("NO ACTION") ? "" : " ON UPDATE " + key.onUpdate())
                + (key.onDelete().equals("NO ACTION") ? "" : " ON DELETE " + key.onDelete())
                + timing(key.timing())
                + state(key.valid(), key.enforced());
    }

    private static String columns(List<String> columns, boolean range, String before, String behind) {
        if (!range) {
            return Identifier.list(columns);
        }
        int last = columns.size() - 1;
        return Identifier.list(columns.subList(0, last)) + ", " + before + Identifier.quote(columns.get(last)) + behind;
    }

    private static String state(boolean valid, boolean enforced) {
        return enforced ? valid ? "" : " NOT VALID" : " NOT ENFORCED";
    }

    private static String timing(Timing timing) {
        return (timing.deferrable() ? " DEFERRABLE" : "") + (timing.initiallyDeferred() ? " INITIALLY DEFERRED" : "");
    }

    /** The same with the words for what goes without saying. */
    static String explicit(Timing timing) {
        return timing.deferrable()
                ? " DEFERRABLE INITIALLY " + (timing.initiallyDeferred() ? "DEFERRED" : "IMMEDIATE")
                : " NOT DEFERRABLE";
    }

    static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + Identifier.list(columns) + ")";
    }

    static String options(SortedMap<String, String> options) {
        return options.isEmpty() ? "" : " WITH (" + list(options) + ")";
    }

    static String list(SortedMap<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = " + value(option.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(String value) {
        return value.matches("\\w+") ? value : Identifier.literal(value);
    }

    static String tablespace(String words, @Nullable String tablespace) {
        return tablespace == null ? "" : words + " TABLESPACE " + Identifier.quote(tablespace);
    }
}
