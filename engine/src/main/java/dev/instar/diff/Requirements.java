package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of a table must be like for a change to it. */
final class Requirements {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Map<String, String> RANGES =
            Map.of("smallint", "-32768 AND 32767", "integer", "-2147483648 AND 2147483647");

    private Requirements() {}

    /** For a new constraint. */
    static List<Requirement> ofNew(SchemaObject object) {
        if (object instanceof Check check && check.valid() && check.enforced()) {
            // Which of the words are columns is known to whoever knows the table.
            return List.of(requirement(
                    "Every row of " + check.table() + " satisfies " + Identifier.quote(check.name()) + ".",
                    check.table(),
                    " WHERE NOT " + Brackets.around(check.expression()),
                    columns(
                            check.table(),
                            ExpressionText.words(check.expression()).toList())));
        }
        if (object instanceof Key key && !key.nullsNotDistinct() && !key.withoutOverlaps()) {
            String columns = Identifier.list(key.columns());
            return List.of(requirement(
                    "No two rows of " + key.table() + " are alike in (" + columns + ").",
                    key.table(),
                    " WHERE (" + columns + ") IS NOT NULL GROUP BY " + columns + " HAVING count(*) > 1",
                    columns(key.table(), key.columns())));
        }
        return List.of();
    }

    private static List<ObjectPart> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> ObjectPart.column(table, column)).toList();
    }

    /** For a new column. */
    static List<Requirement> ofNew(QualifiedName table, Column column) {
        boolean filled = column.defaultValue() != null || column.identity() != null || column.generated() != null;
        return column.notNull() == null || filled
                ? List.of()
                : List.of(requirement(
                        "Column " + ColumnSql.name(table, column)
                                + " is NOT NULL and has no default, so the table must be empty.",
                        table,
                        "",
                        List.of(ObjectPart.whole(Table.id(table)))));
    }

    /** For a column that becomes narrower or stops being null. */
    static List<Requirement> of(ColumnChange change) {
        Column before = change.before;
        Column after = change.after;
        String column = Identifier.quote(after.name());
        List<Requirement> requirements = new ArrayList<>();
        if (after.notNull() != null
                && before.notNull() == null
                && after.notNull().unconfirmed() == null) {
            requirements.add(everyRow(change, "has a value", column + " IS NULL"));
        }
        String tooBig = before.type().equals(after.type()) ? null : tooBig(column, before.type(), after.type());
        if (tooBig != null) {
            requirements.add(everyRow(change, "fits " + after.type(), tooBig));
        }
        return List.copyOf(requirements);
    }

    private static Requirement everyRow(ColumnChange change, String what, String unless) {
        return requirement(
                ColumnSql.name(change.table, change.after) + " " + what + " in every row.",
                change.table,
                " WHERE " + unless,
                List.of(change.subject()));
    }

    /** That a table holds no such rows. */
    static Requirement requirement(String reason, QualifiedName table, String rows, List<ObjectPart> about) {
        return new Requirement(reason, "SELECT NOT EXISTS (SELECT FROM " + table + rows + ")", about);
    }

    private static @Nullable String tooBig(String column, String before, String after) {
        String from = TypeChange.base(before);
        String to = TypeChange.base(after);
        int[] room = TypeChange.arguments(after);
        if (to.equals("character varying")
                && room[0] >= 0
                && (!from.equals(to) || TypeChange.isNarrower(before, after))
                && !Conversion.hasOwnWay(before, after)) {
            return "length(" + column + "::text) > " + room[0];
        }
        if (!TypeChange.isWithinFamily(before, after)) {
            return null;
        }
        if (to.equals("numeric") && hasLessRoom(before, room)) {
            return "abs(round(" + column + "::numeric, " + room[1] + ")) >= 10::numeric ^ " + (room[0] - room[1]);
        }
        boolean shrinks =
                RANGES.containsKey(to) && (!INTEGERS.contains(from) || INTEGERS.indexOf(to) < INTEGERS.indexOf(from));
        return shrinks ? column + " NOT BETWEEN " + RANGES.get(to) : null;
    }

    /** Fewer digits before the point, or so few behind it that rounding up may need one more. */
    private static boolean hasLessRoom(String before, int[] room) {
        int[] old = TypeChange.arguments(before);
        boolean unlimited = !TypeChange.base(before).equals("numeric") || old[0] < 0;
        return room[0] >= 0 && (unlimited || room[0] - room[1] < old[0] - old[1] || room[1] < old[1]);
    }
}
