package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Column;
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
import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The statements that create, replace, comment on and drop objects. */
final class Ddl {

    private Ddl() {}

    /** Everything that is needed for the object to be as it is, comments included. */
    static List<String> create(SchemaObject object, List<Constraint> constraints) {
        List<String> statements = new ArrayList<>(definition(object, constraints));
        addComments(statements, object);
        constraints.forEach(constraint -> addComments(statements, constraint));
        return List.copyOf(statements);
    }

    /** A statement that makes a constraint anew, and what was said about the old one. */
    static List<String> withComments(Constraint constraint, String statement) {
        List<String> statements = new ArrayList<>(List.of(statement));
        addComments(statements, constraint);
        return statements;
    }

    private static void addComments(List<String> statements, SchemaObject object) {
        comments(object).forEach((column, comment) -> {
            if (comment != null) {
                statements.add(comment(object, column, comment));
            }
        });
    }

    /** The object without its comments. */
    static List<String> bare(SchemaObject object) {
        return definition(object, List.of());
    }

    private static List<String> definition(SchemaObject object, List<Constraint> constraints) {
        if (object instanceof Table table) {
            return TableSql.create(table, constraints);
        }
        if (object instanceof UserType type) {
            return TypeSql.create(type);
        }
        if (object instanceof Trigger trigger) {
            return create(trigger);
        }
        return List.of(statement(object));
    }

    private static String statement(SchemaObject object) {
        if (object instanceof Constraint constraint) {
            return "ALTER TABLE " + constraint.table() + " ADD " + ConstraintSql.named(constraint);
        }
        if (object instanceof Index index) {
            return create(index);
        }
        if (object instanceof View view) {
            return create(view, "");
        }
        if (object instanceof Sequence sequence) {
            return SequenceSql.create(sequence);
        }
        if (object instanceof Routine) {
            return replace(object).replaceFirst("^CREATE OR REPLACE ", "CREATE ");
        }
        if (object instanceof Policy policy) {
            return create(policy);
        }
        return "CREATE " + reference(object)
                + (object instanceof Extension extension ? " SCHEMA " + Identifier.quote(extension.schema()) : "");
    }

    private static String create(Index index) {
        StringJoiner keys = new StringJoiner(", ", " (", ")");
        index.keys().forEach(key -> keys.add(Brackets.single(key)));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + Identifier.quote(index.name().name())
                + " ON " + index.table()
                + (index.method().equals("btree") ? "" : " USING " + Identifier.quote(index.method()))
                + keys
                + include(index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + options(index.options())
                + tablespace(index.tablespace())
                + optional(" WHERE ", index.predicate());
    }

    private static String create(View view, String orReplace) {
        return "CREATE " + orReplace + keyword(view.id().kind()) + " " + view.name()
                + options(view.options())
                + tablespace(view.tablespace())
                + " AS\n"
                + view.definition().stripTrailing().replaceFirst(";$", "");
    }

    /** Whether the columns that were there are still the first, so that the view can be replaced in place. */
    static boolean isReplaceable(View before, View after) {
        int count = before.columns().size();
        return count <= after.columns().size()
                && columns(before).equals(columns(after).subList(0, count));
    }

    private static List<String> columns(View view) {
        List<String> columns = new ArrayList<>();
        for (Attribute column : view.columns()) {
            columns.add(column.name() + " " + column.type() + " " + column.collation());
        }
        return columns;
    }

    private static List<String> create(Trigger trigger) {
        return trigger.firing().equals("ENABLE")
                ? List.of(trigger.definition())
                : List.of(trigger.definition(), firing(trigger));
    }

    /** The statement that says when a trigger fires. */
    static String firing(Trigger trigger) {
        return "ALTER TABLE " + trigger.table() + " " + trigger.firing() + " TRIGGER "
                + Identifier.quote(trigger.name());
    }

    private static String create(Policy policy) {
        return "CREATE POLICY " + Identifier.quote(policy.name()) + " ON " + policy.table()
                + (policy.permissive() ? "" : " AS RESTRICTIVE")
                + (policy.command().equals("ALL") ? "" : " FOR " + policy.command())
                + (policy.roles().equals(List.of("PUBLIC")) ? "" : " TO " + String.join(", ", policy.roles()))
                + (policy.using() == null ? "" : " USING " + Brackets.around(policy.using()))
                + (policy.check() == null ? "" : " WITH CHECK " + Brackets.around(policy.check()));
    }

    /** The statement that replaces a view or a routine in place. */
    static String replace(SchemaObject object) {
        return object instanceof View view
                ? create(view, "OR REPLACE ")
                : ((Routine) object).definition().stripTrailing();
    }

    static String drop(SchemaObject object) {
        ObjectId id = object.id();
        return id.kind() == ObjectId.Kind.CONSTRAINT
                ? "ALTER TABLE " + id.name() + " DROP CONSTRAINT " + Identifier.quote(id.part())
                : "DROP " + reference(object);
    }

    /** The object as {@code COMMENT ON} and {@code DROP} name it. */
    private static String reference(SchemaObject object) {
        ObjectId id = object.id();
        if (object instanceof Routine routine) {
            return (routine.procedure() ? "PROCEDURE " : "FUNCTION ") + id.name() + "(" + id.part() + ")";
        }
        boolean isPart = object instanceof Constraint || object instanceof Trigger || object instanceof Policy;
        return isPart
                ? keyword(id.kind()) + " " + Identifier.quote(id.part()) + " ON " + id.name()
                : keyword(id.kind()) + " " + id.name();
    }

    static String keyword(ObjectId.Kind kind) {
        return kind.words().toUpperCase(Locale.ROOT);
    }

    /** The statement that says something of an object, or of the column that is named. */
    static String comment(SchemaObject object, String column, @Nullable String comment) {
        String target =
                column.isEmpty() ? reference(object) : "COLUMN " + object.id().name() + "." + Identifier.quote(column);
        return "COMMENT ON " + target + " IS " + (comment == null ? "NULL" : Identifier.literal(comment));
    }

    /** The comments of the object, under the empty name, and of its columns. */
    static Map<String, @Nullable String> comments(SchemaObject object) {
        Map<String, @Nullable String> comments = new LinkedHashMap<>();
        comments.put("", object.comment());
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                comments.put(column.name(), column.comment());
            }
        }
        List<Attribute> attributes = object instanceof View view
                ? view.columns()
                : object instanceof UserType.Composite type ? type.attributes() : List.of();
        attributes.forEach(attribute -> comments.put(attribute.name(), attribute.comment()));
        return comments;
    }

    static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + Identifier.list(columns) + ")";
    }

    static String options(SortedMap<String, String> options) {
        return options.isEmpty() ? "" : " WITH" + list(options);
    }

    /** Storage parameters in parentheses. */
    static String list(SortedMap<String, String> options) {
        StringJoiner list = new StringJoiner(", ", " (", ")");
        options.forEach(
                (name, value) -> list.add(name + " = " + (value.matches("\\w+") ? value : Identifier.literal(value))));
        return list.toString();
    }

    static String tablespace(@Nullable String tablespace) {
        return tablespace == null ? "" : " TABLESPACE " + Identifier.quote(tablespace);
    }

    /** Words with what follows them, or nothing. */
    static String optional(String words, @Nullable String text) {
        return text == null ? "" : words + text;
    }
}
