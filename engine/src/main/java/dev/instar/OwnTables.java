package dev.instar;

import dev.instar.history.TableNames;
import dev.instar.schema.QualifiedName;
import java.util.function.Predicate;

/**
 * Instar's own tables, which no source of a schema knows and no change touches.
 *
 * @param names with the schema they are in
 */
record OwnTables(TableNames names) implements Predicate<QualifiedName> {

    @Override
    public boolean test(QualifiedName table) {
        return table.schema().equals(names.schema()) && names.contains(table.name());
    }
}
