package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Column.NotNull;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.List;

/** Writes a column as it stands in {@code CREATE TABLE} and {@code ADD COLUMN}. */
final class ColumnSql {

    private ColumnSql() {}

    /**
     * Adds a column to a table that exists.
     *
     * @param filled whether its type has a default for the rows that are there
     */
    static Change add(QualifiedName table, Column column, boolean filled) {
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + table + " ADD COLUMN " + definition(column));
        statements.addAll(settings(table, column));
        String name = name(table, column);
        if (column.comment() != null) {
            statements.add("COMMENT ON COLUMN " + name + " IS " + Identifier.literal(column.comment()));
        }
        return new Change(
                ObjectPart.column(table, column.name()),
                "add",
                statements,
                filled ? List.of() : Requirements.ofNew(table, column),
                null,
                () -> drop(table, column, false));
    }

    /**
     * Drops a column of a table that stays.
     *
     * @param alone whether those keep it to whom it is handed down
     */
    static Change drop(QualifiedName table, Column column, boolean alone) {
        return new Change(
                ObjectPart.column(table, column.name()),
                "drop",
                List.of("ALTER TABLE " + (alone ? "ONLY " : "") + table + " DROP COLUMN "
                        + Identifier.quote(column.name())),
                List.of(),
                column.generated() == null ? "all values of " + name(table, column) : null,
                () -> add(table, column, false));
    }

    static String name(QualifiedName table, Column column) {
        return table + "." + Identifier.quote(column.name());
    }

    static String definition(Column column) {
        NotNull notNull = column.notNull();
        return Identifier.quote(column.name()) + " " + column.type()
                + Ddl.optional(" COLLATE ", column.collation())
                + Ddl.optional(" COMPRESSION ", column.compression())
                + Ddl.optional(" DEFAULT ", column.defaultValue())
                + computed(column)
                + (notNull == null || notNull.unconfirmed() != null
                        ? ""
                        : notNull.noInherit() ? " NOT NULL NO INHERIT" : " NOT NULL");
    }

    private static String computed(Column column) {
        Column.Generated generated = column.generated();
        if (generated != null) {
            return " GENERATED ALWAYS AS " + Brackets.around(generated.expression())
                    + (generated.stored() ? " STORED" : " VIRTUAL");
        }
        Column.Identity identity = column.identity();
        return identity == null ? "" : " " + identity(identity);
    }

    static String identity(Column.Identity identity) {
        String options = SequenceSql.options(identity.options());
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options.strip() + ")");
    }

    /** What a column's definition has no room for, in a table that exists by now. */
    static List<String> settings(QualifiedName table, Column column) {
        List<String> actions = new ArrayList<>();
        String alter = "ALTER COLUMN " + Identifier.quote(column.name());
        if (column.storage() != null) {
            actions.add(alter + " SET STORAGE " + column.storage());
        }
        if (column.statistics() != null) {
            actions.add(alter + " SET STATISTICS " + column.statistics());
        }
        NotNull notNull = column.notNull();
        if (notNull != null && notNull.unconfirmed() != null) {
            actions.add(unconfirmed(column.name(), notNull.unconfirmed(), notNull.noInherit()));
        }
        return TableSql.alter(table, actions);
    }

    static String unconfirmed(String column, String name, boolean noInherit) {
        return "ADD CONSTRAINT " + Identifier.quote(name) + " NOT NULL " + Identifier.quote(column)
                + (noInherit ? " NO INHERIT" : "") + " NOT VALID";
    }
}
