package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Column;
import dev.instar.schema.Identifier;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.UserType;
import dev.instar.schema.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes comments on objects and on their columns. */
final class CommentSql {

    private CommentSql() {}

    /** The statements for all comments of an object that was just created. */
    static List<String> all(SchemaObject object) {
        return of(object).entrySet().stream()
                .filter(comment -> comment.getValue() != null)
                .map(comment -> on(object, comment.getKey(), comment.getValue()))
                .toList();
    }

    static String on(SchemaObject object, String column, @Nullable String comment) {
        String target = column.isEmpty()
                ? Ddl.reference(object)
                : "COLUMN " + object.id().name() + "." + Identifier.quote(column);
        return "COMMENT ON %s IS %s".formatted(target, comment == null ? "NULL" : Identifier.literal(comment));
    }

    /** The comments of the object, under the empty name, and of its columns. */
    static Map<String, @Nullable String> of(SchemaObject object) {
        Map<String, @Nullable String> comments = new LinkedHashMap<>();
        comments.put("", object.comment());
        if (object instanceof Table table) {
            for (Column column : table.columns()) {
                comments.put(column.name(), column.comment());
            }
        }
        for (Attribute attribute : attributes(object)) {
            comments.put(attribute.name(), attribute.comment());
        }
        return comments;
    }

    private static List<Attribute> attributes(SchemaObject object) {
        if (object instanceof View view) {
            return view.columns();
        }
        return object instanceof UserType.Composite type ? type.attributes() : List.of();
    }
}
