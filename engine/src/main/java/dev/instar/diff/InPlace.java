package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Extension;
import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectPart;
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

/** Whether, and how, an object becomes another one without being dropped. */
final class InPlace {

    private InPlace() {}

    static boolean isPossible(SchemaObject before, SchemaObject after) {
        return switch (before.id().kind()) {
            case SCHEMA, EXTENSION, SEQUENCE, TYPE, DOMAIN -> true;
            case TABLE -> Objects.equals(((Table) before).partitionKey(), ((Table) after).partitionKey());
            case CONSTRAINT ->
                isAlike(before, after) || ConstraintSql.isChangeEnough((Constraint) before, (Constraint) after);
            case INDEX -> isAlike(before, after) && ((Index) before).valid() == ((Index) after).valid();
            case ROUTINE -> isReplaceable((Routine) before, (Routine) after);
            case VIEW -> Ddl.isReplaceable((View) before, (View) after);
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
        return before.getClass() == after.getClass() && TypeSql.isChangeEnough(before, after);
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
                after instanceof Composite type ? TypeSql.loss((Composite) before, type) : null,
                () -> change(after, before));
    }

    private static String action(SchemaObject after) {
        return switch (after.id().kind()) {
            case TABLE -> "change settings";
            case ROUTINE, VIEW -> "replace";
            case TRIGGER -> ((Trigger) after).firing().toLowerCase(Locale.ROOT);
            default -> after instanceof Enumeration ? "add values" : "change";
        };
    }

    private static List<String> sql(SchemaObject before, SchemaObject after) {
        return switch (after.id().kind()) {
            case EXTENSION -> extension((Extension) before, (Extension) after);
            case TYPE, DOMAIN -> TypeSql.change((UserType) before, (UserType) after);
            case SEQUENCE -> SequenceSql.change((Sequence) before, (Sequence) after);
            case ROUTINE, VIEW -> isAlike(before, after) ? List.of() : List.of(Ddl.replace(after));
            case TABLE -> TableSql.change((Table) before, (Table) after);
            case CONSTRAINT -> ConstraintSql.change((Constraint) before, (Constraint) after);
            case TRIGGER ->
                ((Trigger) before).firing().equals(((Trigger) after).firing())
                        ? List.of()
                        : List.of(Ddl.firing((Trigger) after));
            case SCHEMA, INDEX, MATERIALIZED_VIEW, POLICY -> List.of();
        };
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
