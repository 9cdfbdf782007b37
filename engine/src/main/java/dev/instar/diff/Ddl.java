package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Extension;
import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectId;
import dev.instar.schema.Policy;
import dev.instar.schema.Routine;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.Trigger;
import dev.instar.schema.UserType;
import dev.instar.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements that create, replace and drop objects. */
final class Ddl {

    private Ddl() {}

    /** Everything that is needed for the object to be as it is, comments included. */
    static List<String> create(SchemaObject object, List<Constraint> constraints) {
        List<String> statements = new ArrayList<>(definition(object, constraints));
        statements.addAll(CommentSql.all(object));
        constraints.forEach(constraint -> statements.addAll(CommentSql.all(constraint)));
        return List.copyOf(statements);
    }

    /** The object without its comments. */
    static List<String> bare(SchemaObject object) {
        return definition(object, List.of());
    }

    private static List<String> definition(SchemaObject object, List<Constraint> constraints) {
        return switch (object.id().kind()) {
            case SCHEMA -> List.of("CREATE SCHEMA " + object.id().name());
            case EXTENSION -> List.of(extension((Extension) object));
            case TYPE, DOMAIN -> TypeSql.create((UserType) object);
            case SEQUENCE -> List.of(SequenceSql.create((Sequence) object));
            case ROUTINE -> List.of(routine((Routine) object));
            case TABLE -> TableSql.create((Table) object, constraints);
            case CONSTRAINT -> List.of(ConstraintSql.add((Constraint) object));
            case INDEX -> List.of(IndexSql.create((Index) object));
            case VIEW, MATERIALIZED_VIEW -> List.of(ViewSql.create((View) object, ""));
            case TRIGGER -> RuleSql.create((Trigger) object);
            case POLICY -> List.of(RuleSql.create((Policy) object));
        };
    }

    private static String extension(Extension extension) {
        return "CREATE EXTENSION %s SCHEMA %s"
                .formatted(Identifier.quote(extension.name()), Identifier.quote(extension.schema()));
    }

    private static String routine(Routine routine) {
        return routine.definition()
                .replaceFirst("^CREATE OR REPLACE ", "CREATE ")
                .stripTrailing();
    }

    /** The statement that replaces a view or a routine in place. */
    static String replace(SchemaObject object) {
        return object instanceof View view
                ? ViewSql.create(view, "OR REPLACE ")
                : ((Routine) object).definition().stripTrailing();
    }

    static String drop(SchemaObject object) {
        ObjectId id = object.id();
        return switch (id.kind()) {
            case CONSTRAINT -> "ALTER TABLE %s DROP CONSTRAINT %s".formatted(id.name(), Identifier.quote(id.part()));
            case TRIGGER, POLICY ->
                "DROP " + keyword(id.kind()) + " " + Identifier.quote(id.part()) + " ON " + id.name();
            default -> "DROP " + reference(object);
        };
    }

    /** The object as {@code COMMENT ON} names it. */
    static String reference(SchemaObject object) {
        ObjectId id = object.id();
        return switch (id.kind()) {
            case CONSTRAINT, TRIGGER, POLICY ->
                keyword(id.kind()) + " " + Identifier.quote(id.part()) + " ON " + id.name();
            case ROUTINE ->
                (((Routine) object).procedure() ? "PROCEDURE " : "FUNCTION ") + id.name() + "(" + id.part() + ")";
            default -> keyword(id.kind()) + " " + id.name();
        };
    }

    static String keyword(ObjectId.Kind kind) {
        return kind.words().toUpperCase(Locale.ROOT);
    }
}
