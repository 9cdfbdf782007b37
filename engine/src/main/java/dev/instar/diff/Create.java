package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import java.util.List;

/**
 * Creates an object.
 *
 * @param constraints those of a table that are written within its definition
 */
record Create(SchemaObject object, List<Constraint> constraints) implements Change {

    @Override
    public Drop reverse() {
        return new Drop(object, constraints);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(object.id());
    }

    @Override
    public String action() {
        return "create";
    }

    @Override
    public List<String> sql() {
        return Ddl.create(object, constraints);
    }

    @Override
    public List<Requirement> requirements() {
        return NewRules.requirements(object);
    }
}
