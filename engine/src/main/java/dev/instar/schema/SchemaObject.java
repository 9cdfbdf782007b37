package dev.instar.schema;

import org.jspecify.annotations.Nullable;

/** Something a catalog holds. Two objects are equal when nobody could tell them apart by using the database. */
public sealed interface SchemaObject
        permits Namespace, Extension, UserType, Sequence, Routine, Table, Constraint, Index, View, Trigger, Policy {

    /** What the object is called. */
    ObjectId id();

    /** What {@code COMMENT ON} says of it. */
    @Nullable
    String comment();

    /** The table the object belongs to and disappears with, if there is one. */
    default @Nullable QualifiedName owner() {
        return null;
    }
}
