package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops an object, and with a table its constraints. */
record Drop(SchemaObject object, List<Constraint> constraints) implements Change {

    @Override
    public Create reverse() {
        return new Create(object, constraints);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(object.id());
    }

    @Override
    public String action() {
        return "drop";
    }

    @Override
    public List<String> sql() {
        return List.of(Ddl.drop(object));
    }

    @Override
    public @Nullable String loss() {
        return switch (object.id().kind()) {
            case TABLE -> "all rows of " + object.id().name();
            case SEQUENCE ->
                ((Sequence) object).ownedBy() == null
                        ? "the position of " + object.id().name()
                        : null;
            default -> null;
        };
    }
}
