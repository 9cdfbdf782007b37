package dev.instar;

import dev.instar.history.TableNames;
import dev.instar.schema.QualifiedName;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Instar's own tables, which no source of a schema knows and no change touches. */
record OwnTables(TableNames names, @Nullable String currentSchema) implements Predicate<QualifiedName> {

    @Override
    public boolean test(QualifiedName table) {
        TableNames own = names.orIn(currentSchema);
        return table.schema().equals(own.schema())
                && (table.name().equals(own.history()) || table.name().equals(own.journal()));
    }
}
