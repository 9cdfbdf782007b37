package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Changes which tables a table inherits from. */
record ChangeInheritance(QualifiedName table, List<QualifiedName> before, List<QualifiedName> after) implements Change {

    @Override
    public ChangeInheritance reverse() {
        return new ChangeInheritance(table, after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(Table.id(table));
    }

    @Override
    public String action() {
        return "change inheritance";
    }

    @Override
    public List<String> sql() {
        return Stream.concat(
                        before.stream()
                                .filter(parent -> !after.contains(parent))
                                .map(parent -> "ALTER TABLE %s NO INHERIT %s".formatted(table, parent)),
                        after.stream()
                                .filter(parent -> !before.contains(parent))
                                .map(parent -> "ALTER TABLE %s INHERIT %s".formatted(table, parent)))
                .toList();
    }
}
