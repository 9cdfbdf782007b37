package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import dev.instar.sql.StatementKind;

/** Something that a statement makes or drops: it is there, or it is not. */
final class Existence implements LoneStatement {

    private final boolean shallExist;
    private final String lookup;
    private final Object[] names;

    private Existence(boolean shallExist, String lookup, Object... names) {
        this.shallExist = shallExist;
        this.lookup = lookup;
        this.names = names;
    }

    /** A database, tablespace or subscription. */
    static LoneStatement of(StatementKind kind, String statement, boolean shallExist) {
        ClauseReader reader = new ClauseReader(statement);
        reader.name();
        reader.name();
        reader.skip("if", "exists");
        ObjectName name = reader.name();
        return name == null ? new Unverifiable() : new Existence(shallExist, lookup(kind), name.text());
    }

    private static String lookup(StatementKind kind) {
        String name = "(parse_ident(?))[1]::name";
        if (kind == StatementKind.CREATE_DATABASE || kind == StatementKind.DROP_DATABASE) {
            return "SELECT 1 FROM pg_database WHERE datname = " + name;
        }
        if (kind == StatementKind.CREATE_TABLESPACE || kind == StatementKind.DROP_TABLESPACE) {
            return "SELECT 1 FROM pg_tablespace WHERE spcname = " + name;
        }
        return """
                SELECT 1 FROM pg_subscription
                 WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND subname =\s""" + name;
    }

    /** A value that {@code ALTER TYPE ... ADD VALUE} adds to an enumeration. */
    static LoneStatement ofValue(String statement) {
        ClauseReader reader = new ClauseReader(statement);
        reader.skip("alter", "type");
        ObjectName type = reader.name();
        reader.skip("add", "value");
        reader.skip("if", "not", "exists");
        String value = reader.string();
        return type == null || value == null
                ? new Unverifiable()
                : new Existence(
                        true,
                        "SELECT 1 FROM pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = ?::name",
                        type.text(),
                        value);
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        // Before it runs, what is there already or not is an answer the server gives better.
        return Finding.unlessCrashed(moment, () -> Finding.doneIf(session.finds(lookup, names) == shallExist));
    }
}
