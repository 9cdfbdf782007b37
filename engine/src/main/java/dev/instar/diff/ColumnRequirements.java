package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows must be like for a column to become narrower or stop being null. */
final class ColumnRequirements {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final Map<String, String> RANGES =
            Map.of("smallint", "-32768 AND 32767", "integer", "-2147483648 AND 2147483647");

    private ColumnRequirements() {}

    static List<Requirement> of(ChangeColumn change) {
        Column before = change.before();
        Column after = change.after();
        String column = Identifier.quote(after.name());
        List<Requirement> requirements = new ArrayList<>();
        if (after.notNull() != null
                && before.notNull() == null
                && after.notNull().unconfirmed() == null) {
            requirements.add(requirement(change, "has a value", column + " IS NULL"));
        }
        String tooBig = before.type().equals(after.type()) ? null : tooBig(column, before.type(), after.type());
        if (tooBig != null) {
            requirements.add(requirement(change, "fits " + after.type(), tooBig));
        }
        return List.copyOf(requirements);
    }

    private static Requirement requirement(ChangeColumn change, String what, String unless) {
        return new Requirement(
                "%s.%s %s in every row."
                        .formatted(
                                change.table(), Identifier.quote(change.after().name()), what),
                "SELECT NOT EXISTS (SELECT FROM %s WHERE %s)".formatted(change.table(), unless),
                List.of(change.subject()));
    }

    private static @Nullable String tooBig(String column, String before, String after) {
        String from = TypeChange.base(before);
        String to = TypeChange.base(after);
        int[] room = TypeChange.arguments(after);
        if (to.equals("character varying")
                && room[0] >= 0
                && (!from.equals(to) || TypeChange.isNarrower(before, after))) {
            return "length(%s::text) > %d".formatted(column, room[0]);
        }
        if (to.equals("numeric") && TypeChange.isWithinFamily(before, after) && hasLessRoom(before, room)) {
            return "abs(round(%s::numeric, %d)) >= 10::numeric ^ %d".formatted(column, room[1], room[0] - room[1]);
        }
        boolean shrinks = RANGES.containsKey(to)
                && TypeChange.isWithinFamily(before, after)
                && (!INTEGERS.contains(from) || INTEGERS.indexOf(to) < INTEGERS.indexOf(from));
        return shrinks ? "%s NOT BETWEEN %s".formatted(column, RANGES.get(to)) : null;
    }

    /** Fewer digits before the point, or so few behind it that rounding up may need one more. */
    private static boolean hasLessRoom(String before, int[] room) {
        int[] old = TypeChange.arguments(before);
        boolean unlimited = !TypeChange.base(before).equals("numeric") || old[0] < 0;
        return room[0] >= 0 && (unlimited || room[0] - room[1] < old[0] - old[1] || room[1] < old[1]);
    }
}
