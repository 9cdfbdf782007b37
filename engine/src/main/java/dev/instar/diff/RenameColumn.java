package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.List;

/** Gives a column another name. Its values stay. */
record RenameColumn(QualifiedName table, String from, String to) implements Change {

    @Override
    public RenameColumn reverse() {
        return new RenameColumn(table, to, from);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.column(table, from);
    }

    @Override
    public String action() {
        return "rename to " + Identifier.quote(to);
    }

    @Override
    public List<String> sql() {
        return List.of(
                "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(table, Identifier.quote(from), Identifier.quote(to)));
    }
}
