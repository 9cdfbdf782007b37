package dev.instar.schema;

import java.util.Comparator;

/**
 * An object, or one column of it.
 *
 * @param column empty for the object as a whole
 */
public record ObjectPart(ObjectId object, String column) implements Comparable<ObjectPart> {

    private static final Comparator<ObjectPart> ORDER =
            Comparator.comparing(ObjectPart::object).thenComparing(part -> part.column);

    /** The object as a whole. */
    public static ObjectPart whole(ObjectId object) {
        return new ObjectPart(object, "");
    }

    /** One column of a table. */
    public static ObjectPart column(QualifiedName table, String column) {
        return new ObjectPart(ObjectId.of(ObjectId.Kind.TABLE, table), column);
    }

    /** Whether this is the object as a whole. */
    public boolean isWhole() {
        return column.isEmpty();
    }

    @Override
    public int compareTo(ObjectPart other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isWhole() ? object.toString() : "column " + object.name() + "." + Identifier.quote(column);
    }
}
