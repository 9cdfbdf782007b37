package dev.instar.diff;

import dev.instar.schema.Extension;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import java.util.ArrayList;
import java.util.List;

/** Moves an extension to another version or schema. */
record ChangeExtension(Extension before, Extension after) implements Change {

    @Override
    public ChangeExtension reverse() {
        return new ChangeExtension(after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return "change";
    }

    @Override
    public List<String> sql() {
        List<String> statements = new ArrayList<>();
        String alter = "ALTER EXTENSION " + Identifier.quote(after.name());
        if (!before.version().equals(after.version())) {
            statements.add(alter + " UPDATE TO " + Identifier.literal(after.version()));
        }
        if (!before.schema().equals(after.schema())) {
            statements.add(alter + " SET SCHEMA " + Identifier.quote(after.schema()));
        }
        return List.copyOf(statements);
    }
}
