package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Extension;
import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.Policy;
import dev.instar.schema.Routine;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.Trigger;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.UserType.Domain;
import dev.instar.schema.UserType.Enumeration;
import dev.instar.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether, and how, an object becomes another one without being dropped. */
final class InPlace {

    private InPlace() {}

    static boolean isPossible(SchemaObject before, SchemaObject after) {
        if (before instanceof Table old && after instanceof Table wanted) {
            return Objects.equals(old.partitionKey(), wanted.partitionKey());
        }
        if (before instanceof Constraint old && after instanceof Constraint wanted) {
            return isAlike(old, wanted) || ConstraintSql.isChangeEnough(old, wanted);
        }
        if (before instanceof Index old && after instanceof Index wanted) {
            return isAlike(old, wanted) && old.valid() == wanted.valid();
        }
        if (before instanceof Routine old && after instanceof Routine wanted) {
            return isReplaceable(old, wanted);
        }
        if (before instanceof View old && after instanceof View wanted) {
            return old.materialized() ? isAlike(old, wanted) : Ddl.isReplaceable(old, wanted);
        }
        if (before instanceof Trigger old && after instanceof Trigger wanted) {
            return old.definition().equals(wanted.definition());
        }
        return !(before instanceof Policy) || isAlike(before, after);
    }

    /** Whether nothing but comments differs. */
    static boolean isAlike(SchemaObject before, SchemaObject after) {
        return Ddl.bare(before).equals(Ddl.bare(after));
    }

    private static boolean isReplaceable(Routine before, Routine after) {
        return before.procedure() == after.procedure()
                && before.result().equals(after.result())
                && before.arguments().equals(after.arguments());
    }

    /** What leads from one to the other apart from comments, and for a table apart from columns. */
    static Change change(SchemaObject before, SchemaObject after) {
        if (before instanceof Table old && after instanceof Table wanted) {
            return change(old, wanted, "change settings", TableSql.change(old, wanted), null);
        }
        if (before instanceof Enumeration old && after instanceof Enumeration wanted) {
            return TypeSql.isChangeEnough(old, wanted)
                    ? change(old, wanted, "add values", TypeSql.addValues(old, wanted), null)
                    : new TypeReplacement(List.of(old), List.of(wanted), List.of()).change();
        }
        if (before instanceof Composite old && after instanceof Composite wanted) {
            return change(old, wanted, "change", TypeSql.change(old, wanted), TypeSql.loss(old, wanted));
        }
        if (before instanceof Sequence old && after instanceof Sequence wanted) {
            String loss = SequenceSql.startsAgain(old.options(), wanted.options())
                    ? "the position of " + wanted.name()
                    : null;
            return change(old, wanted, "change", SequenceSql.change(old, wanted), loss);
        }
        if (before instanceof Trigger old && after instanceof Trigger wanted) {
            List<String> sql = old.firing().equals(wanted.firing()) ? List.of() : List.of(Ddl.firing(wanted));
            return change(old, wanted, wanted.firing().toLowerCase(Locale.ROOT), sql, null);
        }
        if (after instanceof Routine || after instanceof View) {
            List<String> sql = isAlike(before, after) ? List.of() : List.of(Ddl.replace(after));
            return change(before, after, "replace", sql, null);
        }
        return change(before, after, "change", sql(before, after), null);
    }

    private static Change change(
            SchemaObject before, SchemaObject after, String action, List<String> sql, @Nullable String loss) {
        return new Change(ObjectPart.whole(after.id()), action, sql, List.of(), loss, () -> change(after, before));
    }

    private static List<String> sql(SchemaObject before, SchemaObject after) {
        if (before instanceof Constraint old && after instanceof Constraint wanted) {
            return ConstraintSql.change(old, wanted);
        }
        if (before instanceof Domain old && after instanceof Domain wanted) {
            return TypeSql.change(old, wanted);
        }
        return before instanceof Extension old && after instanceof Extension wanted
                ? extension(old, wanted)
                : List.of();
    }

    private static List<String> extension(Extension before, Extension after) {
        List<String> statements = new ArrayList<>();
        String alter = "ALTER EXTENSION " + Identifier.quote(after.name());
        if (!before.version().equals(after.version())) {
            statements.add(alter + " UPDATE TO " + Identifier.literal(after.version()));
        }
        if (!before.schema().equals(after.schema())) {
            statements.add(alter + " SET SCHEMA " + Identifier.quote(after.schema()));
        }
        return statements;
    }
}
