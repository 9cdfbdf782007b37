package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import java.util.stream.Collectors;

/** Writes indexes. */
final class IndexSql {

    private IndexSql() {}

    static String create(Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                + Identifier.quote(index.name().name())
                + " ON " + index.table()
                + (index.method().equals("btree") ? "" : " USING " + Identifier.quote(index.method()))
                + " (" + index.keys().stream().map(Parentheses::single).collect(Collectors.joining(", ")) + ")"
                + ConstraintSql.include(index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + ConstraintSql.options(index.options())
                + ConstraintSql.tablespace("", index.tablespace())
                + (index.predicate() == null ? "" : " WHERE " + index.predicate());
    }
}
