package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Column.Identity;
import dev.instar.schema.Identifier;
import dev.instar.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The statements that make a column count by itself, or count differently. */
final class IdentitySql {

    private IdentitySql() {}

    static List<String> change(ChangeColumn change) {
        Identity before = change.before().identity();
        Identity after = change.after().identity();
        if (after == null || after.equals(before)) {
            return List.of();
        }
        String alter = "ALTER COLUMN " + Identifier.quote(change.after().name());
        if (before == null) {
            return List.of(
                    "ALTER TABLE %s %s ADD %s".formatted(change.table(), alter, ColumnSql.identity(after)),
                    position(change));
        }
        List<String> actions = new ArrayList<>();
        if (before.always() != after.always()) {
            actions.add(alter + " SET GENERATED " + (after.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        Sequence.Options old =
                SequenceSql.retyped(before.options(), after.options().type());
        String options = SequenceSql.differences(old, after.options(), "SET ");
        if (!options.isEmpty()) {
            actions.add(alter + options);
        }
        return ColumnSql.statement(change.table(), actions);
    }

    /** The rows that are there were counted by somebody else; the column goes on where they end. */
    private static String position(ChangeColumn change) {
        Column column = change.after();
        return "SELECT setval(pg_get_serial_sequence(%s, %s), coalesce(max(%s), 0) + 1, false) FROM %s"
                .formatted(
                        Identifier.literal(change.table().sql()),
                        Identifier.literal(column.name()),
                        Identifier.quote(column.name()),
                        change.table());
    }
}
