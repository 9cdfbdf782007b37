package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Column.Generated;

/** Whether a computed column can be changed in place. It can only stop being computed, and only if it is stored. */
final class GeneratedChange {

    private GeneratedChange() {}

    static boolean needsNewColumn(Column before, Column after) {
        Generated old = before.generated();
        Generated wanted = after.generated();
        if (wanted == null) {
            return old != null && !old.stored();
        }
        return !wanted.equals(old) || TypeChange.isNeeded(before, after);
    }
}
