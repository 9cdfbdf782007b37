package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.Table;
import java.util.List;

/** Changes how a table is kept: storage parameters, row security, logging, replica identity, place. */
record ChangeTable(Table before, Table after) implements Change {

    @Override
    public ChangeTable reverse() {
        return new ChangeTable(after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return "change settings";
    }

    @Override
    public List<String> sql() {
        return TableSettingsSql.change(before, after);
    }
}
