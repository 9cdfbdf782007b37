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
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Composite;
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
        if (before instanceof Enumeration old && !TypeSql.isChangeEnough(old, (UserType) after)) {
            return new TypeReplacement(List.of(old), List.of((UserType) after), List.of()).change();
        }
        return new Change(
                ObjectPart.whole(after.id()),
                action(after),
                sql(before, after),
                List.of(),
                loss(before, after),
                () -> change(after, before));
    }

    private static @Nullable String loss(SchemaObject before, SchemaObject after) {
        if (before instanceof Sequence old && after instanceof Sequence wanted) {
            return SequenceSql.startsAgain(old.options(), wanted.options()) ? "the position of " + wanted.name() : null;
        }
        return after instanceof Composite type ? TypeSql.loss((Composite) before, type) : null;
    }

    private static String action(SchemaObject after) {
        if (after instanceof Trigger trigger) {
            return trigger.firing().toLowerCase(Locale.ROOT);
        }
        return after instanceof Table
                ? "change settings"
                : after instanceof Routine || after instanceof View
                        ? "replace"
                        : after instanceof Enumeration ? "add values" : "change";
    }

    private static List<String> sql(SchemaObject before, SchemaObject after) {
        if (before instanceof Table old && after instanceof Table wanted) {
            return TableSql.change(old, wanted);
        }
        if (before instanceof Constraint old && after instanceof Constraint wanted) {
            return ConstraintSql.change(old, wanted);
        }
        if (before instanceof UserType old && after instanceof UserType wanted) {
            return TypeSql.change(old, wanted);
        }
        if (before instanceof Sequence old && after instanceof Sequence wanted) {
            return SequenceSql.change(old, wanted);
        }
        if (before instanceof Trigger old && after instanceof Trigger wanted) {
            return old.firing().equals(wanted.firing()) ? List.of() : List.of(Ddl.firing(wanted));
        }
        if (before instanceof Extension old && after instanceof Extension wanted) {
            return extension(old, wanted);
        }
        boolean isText = after instanceof Routine || after instanceof View;
        return isText && !isAlike(before, after) ? List.of(Ddl.replace(after)) : List.of();
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
