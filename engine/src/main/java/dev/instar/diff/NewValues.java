package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Identifier;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Enumeration;

/** Whether values that are added to an enumeration are used at once, which the server refuses in one transaction. */
record NewValues(Catalog before, Catalog after) {

    boolean areUsed(UserType old, UserType wanted) {
        return old instanceof Enumeration from
                && wanted instanceof Enumeration to
                && new AddValues(from, to)
                        .added().stream()
                                .map(value -> Identifier.literal(value) + "::" + to.name())
                                .anyMatch(this::isUsedByAChange);
    }

    private boolean isUsedByAChange(String literal) {
        return after.objects().values().stream()
                .filter(object -> !object.equals(before.find(object.id())))
                .map(SchemaObject::toString)
                .anyMatch(text -> text.contains(literal));
    }
}
