package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.Sequence;
import java.util.List;

/** Changes how a sequence counts. Where it stands stays. */
record ChangeSequence(Sequence before, Sequence after) implements Change {

    @Override
    public ChangeSequence reverse() {
        return new ChangeSequence(after, before);
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
        return List.of("ALTER SEQUENCE %s%s"
                .formatted(after.name(), SequenceSql.retypedAndChanged(before.options(), after.options())));
    }
}
