package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import java.util.List;

/** Gives a value of an enumeration another name. Rows that hold it follow. */
record RenameValue(ObjectId type, String from, String to) implements Change {

    @Override
    public RenameValue reverse() {
        return new RenameValue(type, to, from);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(type);
    }

    @Override
    public String action() {
        return "rename value " + Identifier.literal(from) + " to " + Identifier.literal(to);
    }

    @Override
    public List<String> sql() {
        return List.of("ALTER TYPE %s RENAME VALUE %s TO %s"
                .formatted(type.name(), Identifier.literal(from), Identifier.literal(to)));
    }
}
