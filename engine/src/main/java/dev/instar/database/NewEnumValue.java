package dev.instar.database;

import dev.instar.jdbc.Session;
import dev.instar.sql.ClauseReader;
import dev.instar.sql.ObjectName;

/** {@code ALTER TYPE ... ADD VALUE}: the value is among those of the type, or it is not. */
final class NewEnumValue implements LoneStatement {

    private final String type;
    private final String value;

    private NewEnumValue(String type, String value) {
        this.type = type;
        this.value = value;
    }

    static LoneStatement read(String statement) {
        ClauseReader reader = new ClauseReader(statement);
        reader.skip("alter", "type");
        ObjectName type = reader.name();
        reader.skip("add", "value");
        reader.skip("if", "not", "exists");
        String value = reader.string();
        return type == null || value == null ? new Unverifiable() : new NewEnumValue(type.text(), value);
    }

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        // Before it runs, a value that is there already is an answer the server gives better.
        return Finding.unlessCrashed(moment, () -> Finding.doneIf(exists(session)));
    }

    private boolean exists(Session session) {
        return session.finds(
                "SELECT 1 FROM pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = ?::name", type, value);
    }
}
