package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Index;
import dev.instar.schema.Routine;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.Trigger;
import dev.instar.schema.UserType;
import dev.instar.schema.View;
import java.util.Objects;

/** Whether an object can become another one without being dropped. */
final class InPlace {

    private InPlace() {}

    static boolean isPossible(SchemaObject before, SchemaObject after) {
        return switch (before.id().kind()) {
            case SCHEMA, EXTENSION, SEQUENCE, TYPE, DOMAIN -> true;
            case TABLE -> Objects.equals(((Table) before).partitionKey(), ((Table) after).partitionKey());
            case CONSTRAINT ->
                isAlike(before, after) || ChangeConstraint.isEnough((Constraint) before, (Constraint) after);
            case INDEX -> isAlike(before, after) && ((Index) before).valid() == ((Index) after).valid();
            case ROUTINE -> isReplaceable((Routine) before, (Routine) after);
            case VIEW -> ViewSql.isReplaceEnough((View) before, (View) after);
            case TRIGGER -> ((Trigger) before).definition().equals(((Trigger) after).definition());
            case MATERIALIZED_VIEW, POLICY -> isAlike(before, after);
        };
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

    /** Whether a type stays the same type for the columns that have it. */
    static boolean isPossible(UserType before, UserType after) {
        if (before instanceof UserType.Enumeration old && after instanceof UserType.Enumeration wanted) {
            return AddValues.isEnough(old, wanted);
        }
        if (before instanceof UserType.Composite old && after instanceof UserType.Composite wanted) {
            return ChangeComposite.isEnough(old, wanted);
        }
        return before instanceof UserType.Domain old
                && after instanceof UserType.Domain wanted
                && TypeSql.isChangeEnough(old, wanted);
    }
}
