package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.Trigger;
import java.util.List;

/** Changes when a trigger fires. */
record ChangeTrigger(Trigger before, Trigger after) implements Change {

    @Override
    public ChangeTrigger reverse() {
        return new ChangeTrigger(after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return after.firing().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public List<String> sql() {
        return List.of(RuleSql.firing(after));
    }
}
