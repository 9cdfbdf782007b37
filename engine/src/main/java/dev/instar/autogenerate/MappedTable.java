package dev.instar.autogenerate;

import dev.instar.schema.Column;
import dev.instar.schema.Columns;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Objects that a mapping asks for, completed with what a mapping does not say and the database has. */
record MappedTable(Extent extent) {

    Table complete(Table live, Table wanted) {
        List<Column> columns = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Column known = live.columns().find(column.name());
            boolean divides = live.isDividedBy(column.name());
            columns.add(known == null ? column : new MappedColumn(known, column, extent, divides).completed());
        }
        boolean silent = wanted.comment() == null && extent.compareTo(Extent.MAPPED) <= 0;
        return new Table(
                wanted.name(),
                new Columns(columns),
                live.parents(),
                live.partitionKey(),
                live.partition(),
                live.options(),
                live.settings(),
                silent ? live.comment() : wanted.comment());
    }

    /** Where it begins and what it keeps in memory is up to the database. */
    Sequence complete(Sequence live, Sequence wanted) {
        boolean same = live.options().increment() == wanted.options().increment();
        return same && extent.compareTo(Extent.MAPPED) <= 0 ? live : wanted;
    }

    /** A mapping knows values in no order of their own. */
    Enumeration complete(Enumeration live, Enumeration wanted) {
        List<String> values = new ArrayList<>(live.values());
        values.retainAll(Set.copyOf(wanted.values()));
        wanted.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        return new Enumeration(wanted.name(), values, wanted.comment() == null ? live.comment() : wanted.comment());
    }
}
