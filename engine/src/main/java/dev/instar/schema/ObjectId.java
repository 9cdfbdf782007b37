package dev.instar.schema;

import java.util.Comparator;
import java.util.Locale;

/**
 * What an object is called: unique within a catalog, and the same in every catalog.
 *
 * @param name the object's own name; for what belongs to a table (see {@link Kind#belongsToTable}) the table's
 * @param part the name within the table, the argument types of a routine, otherwise empty
 */
public record ObjectId(Kind kind, QualifiedName name, String part) implements Comparable<ObjectId> {

    private static final Comparator<ObjectId> ORDER =
            Comparator.comparing(ObjectId::kind).thenComparing(ObjectId::name).thenComparing(ObjectId::part);

    /** The kinds of objects, in the order in which they are usually created. */
    public enum Kind {
        SCHEMA,
        EXTENSION,
        TYPE,
        DOMAIN,
        SEQUENCE,
        ROUTINE,
        TABLE,
        CONSTRAINT,
        INDEX,
        VIEW,
        MATERIALIZED_VIEW,
        TRIGGER,
        POLICY;

        /** The kind as people write it: {@code materialized view}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether columns can have it as their type. */
        public boolean isType() {
            return this == TYPE || this == DOMAIN;
        }

        boolean belongsToTable() {
            return this == CONSTRAINT || this == TRIGGER || this == POLICY;
        }
    }

    /** An object that has no part. */
    public static ObjectId of(Kind kind, QualifiedName name) {
        return new ObjectId(kind, name, "");
    }

    /** The same object under another name of its own. */
    public ObjectId named(String other) {
        return kind.belongsToTable() ? new ObjectId(kind, name, other) : new ObjectId(kind, name.sibling(other), part);
    }

    /** What the object itself is called, without schema and table. */
    public String ownName() {
        return kind.belongsToTable() ? part : name.name();
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** The object as people call it: {@code index public.users_email}, {@code trigger audit on public.users}. */
    @Override
    public String toString() {
        if (kind.belongsToTable()) {
            return kind.words() + " " + Identifier.quote(part) + " on " + name;
        }
        return kind.words() + " " + name + (kind == Kind.ROUTINE ? "(" + part + ")" : "");
    }
}
