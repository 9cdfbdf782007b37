package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import java.util.List;

/** Replaces a view or a routine in place, so that what depends on it and who may use it stay. */
record ReplaceDefinition(SchemaObject before, SchemaObject after) implements Change {

    @Override
    public ReplaceDefinition reverse() {
        return new ReplaceDefinition(after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return "replace";
    }

    @Override
    public List<String> sql() {
        return List.of(Ddl.replace(after));
    }
}
