package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;
import dev.instar.sql.StatementKind;

/** A database, tablespace or subscription that is created or dropped: it is there, or it is not. */
final class NamedObject implements LoneStatement {

    private final String lookup;
    private final String name;
    private final boolean shallExist;

    private NamedObject(String lookup, String name, boolean shallExist) {
        this.lookup = lookup;
        this.name = name;
        this.shallExist = shallExist;
    }

    static LoneStatement created(StatementKind kind, String statement) {
        return read(kind, statement, true);
    }

    static LoneStatement dropped(StatementKind kind, String statement) {
        return read(kind, statement, false);
    }

    private static LoneStatement read(StatementKind kind, String statement, boolean shallExist) {
        ClauseReader reader = new ClauseReader(statement);
        reader.name();
        reader.name();
        reader.skip("if", "exists");
        ObjectName name = reader.name();
        return name == null ? new Unverifiable() : new NamedObject(lookup(kind), name.text(), shallExist);
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

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        return Finding.unlessCrashed(moment, () -> Finding.doneIf(session.finds(lookup, name) == shallExist));
    }
}
