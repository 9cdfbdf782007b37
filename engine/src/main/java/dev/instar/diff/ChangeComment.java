package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes what {@code COMMENT ON} says.
 *
 * @param column empty for the object as a whole
 */
record ChangeComment(
        SchemaObject object,
        String column,
        @Nullable String before,
        @Nullable String after) implements Change {

    @Override
    public ChangeComment reverse() {
        return new ChangeComment(object, column, after, before);
    }

    @Override
    public ObjectPart subject() {
        return new ObjectPart(object.id(), column);
    }

    @Override
    public String action() {
        return "comment";
    }

    @Override
    public List<String> sql() {
        return List.of(CommentSql.on(object, column, after));
    }
}
