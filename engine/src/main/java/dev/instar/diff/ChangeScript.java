package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.sql.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes as the sections of a revision have them: what must be true before, and the statements, with a remark on each
 * that loses something.
 *
 * @param requirements what to ask before the first statement
 * @param statements without a semicolon at the end
 */
public record ChangeScript(List<Requirement> requirements, List<Statement> statements) {

    private static final Pattern COLUMN_CHANGE =
            Pattern.compile("(?s)(?<table>ALTER TABLE (?:\"(?:[^\"]|\"\")+\"|[^\" ])+) (?<actions>ALTER COLUMN .*)");

    /**
     * One statement.
     *
     * @param remark what is lost by it, for whoever reads the file; empty when nothing is
     */
    public record Statement(String sql, String remark) {}

    /** Writes what leads from one catalog to the other. */
    public static ChangeScript of(Difference difference) {
        List<Statement> statements = new ArrayList<>();
        if (readsAhead(difference.changes())) {
            statements.add(new Statement("SET check_function_bodies = off", ""));
        }
        for (Change change : difference.changes()) {
            String loss = change.loss();
            String remark = loss == null ? "" : "Destructive: this loses " + loss + ".";
            change.sql().forEach(sql -> statements.add(new Statement(sql, remark)));
        }
        return new ChangeScript(difference.requirements(), mergeColumnChanges(statements));
    }

    /** Whether the text of a function, which the server would look into at once, may name what comes after it. */
    private static boolean readsAhead(List<Change> changes) {
        for (int i = 0; i < changes.size(); i++) {
            String text = String.join("\n", changes.get(i).sql());
            if (text.contains("\n LANGUAGE sql\n")
                    && changes.stream().skip(i + 1L).anyMatch(later -> names(text, later))) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(String text, Change change) {
        ObjectPart subject = change.subject();
        String name = subject.isWhole() ? subject.object().ownName() : subject.column();
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                .matcher(text)
                .find();
    }

    /** Makes one statement of changes to several columns of one table, so that its rows are written only once. */
    private static List<Statement> mergeColumnChanges(List<Statement> statements) {
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

    /** The requirements as directives, and queries that a section {@code @require} takes. */
    public String requireSections() {
        StringBuilder text = new StringBuilder();
        for (Requirement requirement : requirements) {
            text.append("-- @require ").append(requirement.reason()).append('\n');
            text.append(Placeholders.escape(requirement.query())).append(";\n\n");
        }
        return text.toString();
    }

    /** The statements as a section {@code @upgrade} or {@code @downgrade} takes them. */
    public String section() {
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            if (!statement.remark().isEmpty()) {
                text.append("-- ").append(statement.remark()).append('\n');
            }
            text.append(Placeholders.escape(statement.sql())).append(";\n");
        }
        return text.toString();
    }
}
