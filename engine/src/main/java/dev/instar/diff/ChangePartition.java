package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a table a partition, a partition a table of its own, or a partition another one. Its rows stay. */
record ChangePartition(QualifiedName table, Table.@Nullable Partition before, Table.@Nullable Partition after)
        implements Change {

    @Override
    public ChangePartition reverse() {
        return new ChangePartition(table, after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(Table.id(table));
    }

    @Override
    public String action() {
        return after == null ? "detach" : "attach";
    }

    @Override
    public List<String> sql() {
        List<String> statements = new ArrayList<>();
        if (before != null) {
            statements.add("ALTER TABLE %s DETACH PARTITION %s".formatted(before.of(), table));
        }
        if (after != null) {
            statements.add("ALTER TABLE %s ATTACH PARTITION %s %s".formatted(after.of(), table, after.bound()));
        }
        return List.copyOf(statements);
    }
}
