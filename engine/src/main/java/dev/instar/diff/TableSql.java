package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Constraint;
import dev.instar.schema.Identifier;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes tables. */
final class TableSql {

    private TableSql() {}

    static List<String> create(Table table, List<Constraint> constraints) {
        List<String> statements = new ArrayList<>();
        Table.Partition partition = table.partition();
        List<String> elements = Stream.concat(
                        table.columns().stream()
                                .filter(column -> !column.inherited())
                                .map(ColumnSql::definition),
                        constraints.stream().map(ConstraintSql::named))
                .toList();
        statements.add("CREATE " + (table.settings().unlogged() ? "UNLOGGED " : "") + "TABLE " + table.name()
                + (partition == null
                        ? " (" + body(elements) + ")" + inherits(table)
                        : " PARTITION OF " + partition.of() + (elements.isEmpty() ? "" : " (" + body(elements) + ")")
                                + " " + partition.bound())
                + (table.partitionKey() == null ? "" : " PARTITION BY " + table.partitionKey())
                + (table.settings().accessMethod() == null
                        ? ""
                        : " USING " + Identifier.quote(table.settings().accessMethod()))
                + ConstraintSql.options(table.options())
                + ConstraintSql.tablespace("", table.settings().tablespace()));
        for (Column column : table.columns()) {
            statements.addAll(ColumnSql.settings(table.name(), column));
        }
        statements.addAll(TableSettingsSql.initial(table));
        return List.copyOf(statements);
    }

    private static String body(List<String> elements) {
        return elements.isEmpty() ? "" : "\n    " + String.join(",\n    ", elements) + "\n";
    }

    private static String inherits(Table table) {
        return table.parents().isEmpty()
                ? ""
                : table.parents().stream()
                        .map(QualifiedName::sql)
                        .collect(Collectors.joining(", ", " INHERITS (", ")"));
    }
}
