package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import java.util.List;

/** Gives an object another name. Everything that refers to it follows. */
record RenameObject(ObjectId before, String to) implements Change {

    @Override
    public RenameObject reverse() {
        return new RenameObject(before.named(to), before.ownName());
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(before);
    }

    @Override
    public String action() {
        return "rename to " + Identifier.quote(to);
    }

    @Override
    public List<String> sql() {
        String target = Identifier.quote(to);
        return List.of(
                before.kind() == ObjectId.Kind.CONSTRAINT
                        ? "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                                .formatted(before.name(), Identifier.quote(before.part()), target)
                        : "ALTER %s %s RENAME TO %s".formatted(Ddl.keyword(before.kind()), before.name(), target));
    }
}
