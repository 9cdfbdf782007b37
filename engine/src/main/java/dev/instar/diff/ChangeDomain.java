package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.UserType.Domain;
import java.util.List;

/** Changes default and conditions of a domain. */
record ChangeDomain(Domain before, Domain after) implements Change {

    @Override
    public ChangeDomain reverse() {
        return new ChangeDomain(after, before);
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
        return TypeSql.change(before, after);
    }
}
