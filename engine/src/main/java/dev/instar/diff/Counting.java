package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.QualifiedName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Columns that count by themselves, by identity or by the default of a serial column. */
final class Counting {

    private static final Pattern NEXT = Pattern.compile("nextval\\('(?<sequence>.*)'::regclass\\)");

    private Counting() {}

    static boolean isCounted(Column column) {
        return column.identity() != null || sequence(column) != null;
    }

    /** The sequence in the column's default, as the server writes it. */
    static @Nullable String sequence(Column column) {
        if (column.defaultValue() == null) {
            return null;
        }
        Matcher matcher = NEXT.matcher(column.defaultValue());
        return matcher.matches() ? matcher.group("sequence") : null;
    }

    /** Whether identity takes over from a default or the other way round: for a moment both would want one name. */
    static boolean changesHands(Column before, Column after) {
        return isCounted(before) && isCounted(after) && (before.identity() == null) != (after.identity() == null);
    }

    /** The name that the server gives to a sequence which comes with the column, if nothing else has it. */
    static QualifiedName name(QualifiedName table, Column column) {
        return table.sibling(table.name() + "_" + column.name() + "_seq");
    }

    static List<QualifiedName> names(QualifiedName table, Column column) {
        return column.identity() == null ? List.of() : List.of(name(table, column));
    }
}
