package dev.instar.diff;

import dev.instar.diff.ChangeScript.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one statement of changes to several columns of one table, so that its rows are written only once. */
final class Merging {

    private static final Pattern COLUMN_CHANGE =
            Pattern.compile("(?s)(?<table>ALTER TABLE (?:\"(?:[^\"]|\"\")+\"|[^\" ])+) (?<actions>ALTER COLUMN .*)");

    private Merging() {}

    static List<Statement> columnChanges(List<Statement> statements) {
        List<Statement> merged = new ArrayList<>();
        for (Statement statement : statements) {
            int last = merged.size() - 1;
            Matcher next = COLUMN_CHANGE.matcher(statement.sql());
            if (last >= 0 && next.matches() && continues(merged.get(last), next.group("table"))) {
                merged.set(last, join(merged.get(last), next.group("actions"), statement.remark()));
            } else {
                merged.add(statement);
            }
        }
        return List.copyOf(merged);
    }

    private static boolean continues(Statement last, String table) {
        Matcher before = COLUMN_CHANGE.matcher(last.sql());
        return before.matches() && before.group("table").equals(table);
    }

    private static Statement join(Statement last, String actions, String remark) {
        boolean both = !last.remark().isEmpty() && !remark.isEmpty();
        return new Statement(last.sql() + ",\n    " + actions, last.remark() + (both ? "\n-- " : "") + remark);
    }
}
