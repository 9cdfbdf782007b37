package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.Exclusion;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Constraint.Timing;
import dev.instar.schema.Identifier;
import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.List;

/** Writes constraints of tables, and the changes that can be made to them in place. */
final class ConstraintSql {

    private ConstraintSql() {}

    static String named(Constraint constraint) {
        return "CONSTRAINT " + Identifier.quote(constraint.name()) + " " + definition(constraint);
    }

    private static String definition(Constraint constraint) {
        if (constraint instanceof Key key) {
            return key(key);
        }
        if (constraint instanceof ForeignKey key) {
            return reference(key) + timing(key.timing()) + state(key.valid(), key.enforced());
        }
        return constraint instanceof Check check ? check(check) : ((Exclusion) constraint).definition();
    }

    private static String check(Check check) {
        return "CHECK " + Brackets.around(check.expression())
                + (check.noInherit() ? " NO INHERIT" : "")
                + state(check.valid(), check.enforced());
    }

    private static String key(Key key) {
        return (key.primary() ? "PRIMARY KEY" : "UNIQUE")
                + (key.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + columns(key.columns(), key.withoutOverlaps(), "", " WITHOUT OVERLAPS")
                + Ddl.include(key.include())
                + Ddl.options(key.options())
                + (key.tablespace() == null ? "" : " USING INDEX" + Ddl.tablespace(key.tablespace()))
                + timing(key.timing());
    }

    /** Without what can be changed in place. */
    private static String reference(ForeignKey key) {
        return "FOREIGN KEY" + columns(key.columns(), key.period(), "PERIOD ", "") + " REFERENCES " + key.target()
                + columns(key.targetColumns(), key.period(), "PERIOD ", "")
                + (key.match().equals("FULL") ? " MATCH FULL" : "")
                + (key.onUpdate().equals("NO ACTION") ? "" : " ON UPDATE " + key.onUpdate())
                + (key.onDelete().equals("NO ACTION") ? "" : " ON DELETE " + key.onDelete());
    }

    private static String columns(List<String> columns, boolean range, String before, String behind) {
        if (!range) {
            return " (" + Identifier.list(columns) + ")";
        }
        int last = columns.size() - 1;
        return " (" + Identifier.list(columns.subList(0, last)) + ", " + before + Identifier.quote(columns.get(last))
                + behind + ")";
    }

    private static String state(boolean valid, boolean enforced) {
        return enforced ? valid ? "" : " NOT VALID" : " NOT ENFORCED";
    }

    private static String timing(Timing timing) {
        return (timing.deferrable() ? " DEFERRABLE" : "") + (timing.initiallyDeferred() ? " INITIALLY DEFERRED" : "");
    }

    /** The same with the words for what goes without saying. */
    private static String explicit(Timing timing) {
        return timing.deferrable()
                ? " DEFERRABLE INITIALLY " + (timing.initiallyDeferred() ? "DEFERRED" : "IMMEDIATE")
                : " NOT DEFERRABLE";
    }

    /** Whether nothing differs but what the statements below can change. */
    static boolean isChangeEnough(Constraint before, Constraint after) {
        if (before instanceof ForeignKey old && after instanceof ForeignKey wanted) {
            return old.enforced() == wanted.enforced() && reference(old).equals(reference(wanted));
        }
        return before instanceof Check old
                && after instanceof Check wanted
                && old.enforced() == wanted.enforced()
                && old.noInherit() == wanted.noInherit()
                && old.expression().equals(wanted.expression());
    }

    /** Validates a constraint or changes when it is checked; what cannot be changed is replaced in one statement. */
    static List<String> change(Constraint before, Constraint after) {
        String table = "ALTER TABLE " + after.table();
        String name = Identifier.quote(after.name());
        if (before.valid() && !after.valid()) {
            return Ddl.withComments(after, table + " DROP CONSTRAINT " + name + ", ADD " + named(after));
        }
        List<String> statements = new ArrayList<>();
        if (after instanceof ForeignKey key
                && before instanceof ForeignKey old
                && !key.timing().equals(old.timing())) {
            statements.add(table + " ALTER CONSTRAINT " + name + explicit(key.timing()));
        }
        if (before.valid() != after.valid()) {
            statements.add(table + " VALIDATE CONSTRAINT " + name);
        }
        return statements;
    }
}
