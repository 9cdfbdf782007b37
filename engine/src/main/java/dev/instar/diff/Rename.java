package dev.instar.diff;

import dev.instar.schema.ObjectPart;

/**
 * What somebody said about a name: that a table, a column of a table or a value of an enumeration is the same under
 * another one. Several are taken in their order, and each finds the names that the ones before it made.
 *
 * @param from a table, a column of it, or an enumeration with the value in the place of the column
 */
public record Rename(ObjectPart from, String to) {

    /** The rename that leads back. */
    public Rename reverse() {
        return from.isWhole()
                ? new Rename(
                        ObjectPart.whole(from.object().named(to)), from.object().ownName())
                : new Rename(new ObjectPart(from.object(), to), from.column());
    }
}
