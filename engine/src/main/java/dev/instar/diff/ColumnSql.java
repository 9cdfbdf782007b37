package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Column.NotNull;
import dev.instar.schema.Identifier;
import dev.instar.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a column as it stands in {@code CREATE TABLE} and {@code ADD COLUMN}. */
final class ColumnSql {

    private ColumnSql() {}

    static String definition(Column column) {
        StringBuilder sql = new StringBuilder(Identifier.quote(column.name()) + " " + column.type());
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(column.collation());
        }
        if (column.compression() != null) {
            sql.append(" COMPRESSION ").append(column.compression());
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(column.defaultValue());
        }
        sql.append(computed(column));
        NotNull notNull = column.notNull();
        if (notNull != null && notNull.unconfirmed() == null) {
            sql.append(notNull.noInherit() ? " NOT NULL NO INHERIT" : " NOT NULL");
        }
        return sql.toString();
    }

    private static String computed(Column column) {
        Column.Generated generated = column.generated();
        if (generated != null) {
            return " GENERATED ALWAYS AS " + Parentheses.around(generated.expression())
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
    static List<String> afterwards(QualifiedName table, Column column) {
        List<String> statements = new ArrayList<>(settings(table, column));
        if (column.comment() != null) {
            statements.add("COMMENT ON COLUMN %s.%s IS %s"
                    .formatted(table, Identifier.quote(column.name()), Identifier.literal(column.comment())));
        }
        return statements;
    }

    /** The same without the comment. */
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
        return statement(table, actions);
    }

    static String unconfirmed(String column, @Nullable String name, boolean noInherit) {
        return "ADD CONSTRAINT %s NOT NULL %s%s NOT VALID"
                .formatted(
                        Identifier.quote(String.valueOf(name)),
                        Identifier.quote(column),
                        noInherit ? " NO INHERIT" : "");
    }

    /** One statement for all, or none. */
    static List<String> statement(QualifiedName table, List<String> actions) {
        return actions.isEmpty() ? List.of() : List.of("ALTER TABLE " + table + " " + String.join(", ", actions));
    }
}
