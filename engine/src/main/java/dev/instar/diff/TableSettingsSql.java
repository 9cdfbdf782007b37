package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.Table;
import dev.instar.schema.Table.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes how a table is kept, as far as its definition has no room for it. */
final class TableSettingsSql {

    private static final String BY_INDEX = "USING INDEX";

    private TableSettingsSql() {}

    /** What a table that was just created lacks. An index that it is identified by does not exist yet. */
    static List<String> initial(Table table) {
        Settings wanted = table.settings();
        Settings fresh = new Settings(
                wanted.unlogged(),
                false,
                false,
                hasIndexIdentity(table) ? wanted.replicaIdentity() : "DEFAULT",
                wanted.accessMethod(),
                wanted.tablespace());
        return ColumnSql.statement(table.name(), actions(fresh, wanted));
    }

    static boolean hasIndexIdentity(Table table) {
        return table.settings().replicaIdentity().startsWith(BY_INDEX);
    }

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
            actions.add("SET (" + ConstraintSql.list(set) + ")");
        }
        actions.addAll(actions(before.settings(), after.settings()));
        return ColumnSql.statement(after.name(), actions);
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
        if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
            actions.add("SET ACCESS METHOD " + orUsual(after.accessMethod(), "heap"));
        }
        if (!Objects.equals(before.tablespace(), after.tablespace())) {
            actions.add("SET TABLESPACE " + orUsual(after.tablespace(), "pg_default"));
        }
        return actions;
    }

    private static String orUsual(@org.jspecify.annotations.Nullable String name, String usual) {
        return Identifier.quote(name == null ? usual : name);
    }
}
