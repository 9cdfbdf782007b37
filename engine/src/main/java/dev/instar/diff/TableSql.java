package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Constraint;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import dev.instar.schema.Table.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes tables, and how they are kept. */
final class TableSql {

    static final String USUAL = "DEFAULT";
    private static final String BY_INDEX = "USING INDEX";

    private TableSql() {}

    static List<String> create(Table table, List<Constraint> constraints) {
        List<String> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.inherited()) {
                elements.add(ColumnSql.definition(column));
            }
        }
        constraints.forEach(constraint -> elements.add(ConstraintSql.named(constraint)));
        Settings settings = table.settings();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE " + (settings.unlogged() ? "UNLOGGED " : "") + "TABLE " + table.name()
                + form(table, elements.isEmpty() ? "" : "\n    " + String.join(",\n    ", elements) + "\n")
                + Ddl.optional(" PARTITION BY ", table.partitionKey())
                + (settings.accessMethod() == null ? "" : " USING " + Identifier.quote(settings.accessMethod()))
                + Ddl.options(table.options())
                + Ddl.tablespace(settings.tablespace()));
        for (Column column : table.columns()) {
            statements.addAll(ColumnSql.settings(table.name(), column));
        }
        // An index that the table is identified by does not exist yet.
        String identity = hasIndexIdentity(table) ? settings.replicaIdentity() : USUAL;
        Settings fresh = new Settings(
                settings.unlogged(), false, false, identity, settings.accessMethod(), settings.tablespace());
        statements.addAll(alter(table.name(), actions(fresh, settings)));
        return List.copyOf(statements);
    }

    private static String form(Table table, String body) {
        Table.Partition partition = table.partition();
        if (partition != null) {
            return " PARTITION OF " + partition.of() + (body.isEmpty() ? "" : " (" + body + ")") + " "
                    + partition.bound();
        }
        List<String> parents = table.parents().stream().map(QualifiedName::sql).toList();
        return " (" + body + ")" + (parents.isEmpty() ? "" : " INHERITS (" + String.join(", ", parents) + ")");
    }

    /** Lets something else identify the rows of a table. */
    static Change identify(QualifiedName table, String before, String after) {
        return new Change(
                ObjectPart.whole(Table.id(table)),
                "change settings",
                alter(table, List.of("REPLICA IDENTITY " + after)),
                () -> identify(table, after, before));
    }

    static boolean hasIndexIdentity(Table table) {
        return table.settings().replicaIdentity().startsWith(BY_INDEX);
    }

    /** What changes how a table is kept. */
    static List<String> change(Table before, Table after) {
        List<String> actions = new ArrayList<>();
        SortedMap<String, String> gone = new TreeMap<>(before.options());
        gone.keySet().removeAll(after.options().keySet());
        if (!gone.isEmpty()) {
            actions.add("RESET (" + String.join(", ", gone.keySet()) + ")");
        }
        SortedMap<String, String> set = new TreeMap<>(after.options());
        set.entrySet().removeAll(before.options().entrySet());
        if (!set.isEmpty()) {
            actions.add("SET" + Ddl.list(set));
        }
        actions.addAll(actions(before.settings(), after.settings()));
        return alter(after.name(), actions);
    }

    private static List<String> actions(Settings before, Settings after) {
        List<String> actions = new ArrayList<>();
        if (before.unlogged() != after.unlogged()) {
            actions.add(after.unlogged() ? "SET UNLOGGED" : "SET LOGGED");
        }
        if (before.rowSecurity() != after.rowSecurity()) {
            actions.add((after.rowSecurity() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
        }
        if (before.forcedRowSecurity() != after.forcedRowSecurity()) {
            actions.add((after.forcedRowSecurity() ? "" : "NO ") + "FORCE ROW LEVEL SECURITY");
        }
        if (!before.replicaIdentity().equals(after.replicaIdentity())) {
            actions.add("REPLICA IDENTITY " + after.replicaIdentity());
        }
        addName(actions, "SET ACCESS METHOD ", before.accessMethod(), after.accessMethod(), "heap");
        addName(actions, "SET TABLESPACE ", before.tablespace(), after.tablespace(), "pg_default");
        return actions;
    }

    private static void addName(
            List<String> actions, String words, @Nullable String before, @Nullable String after, String usual) {
        if (!Objects.equals(before, after)) {
            actions.add(words + Identifier.quote(after == null ? usual : after));
        }
    }

    /** One statement for all, or none. */
    static List<String> alter(QualifiedName table, List<String> actions) {
        return actions.isEmpty() ? List.of() : List.of("ALTER TABLE " + table + " " + String.join(", ", actions));
    }
}
