package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes which column a sequence disappears with. */
record ChangeSequenceOwner(
        QualifiedName sequence,
        @Nullable ObjectPart before,
        @Nullable ObjectPart after) implements Change {

    @Override
    public ChangeSequenceOwner reverse() {
        return new ChangeSequenceOwner(sequence, after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(ObjectId.of(ObjectId.Kind.SEQUENCE, sequence));
    }

    @Override
    public String action() {
        return "change owner";
    }

    @Override
    public List<String> sql() {
        return List.of("ALTER SEQUENCE %s OWNED BY %s"
                .formatted(
                        sequence,
                        after == null ? "NONE" : after.object().name() + "." + Identifier.quote(after.column())));
    }
}
