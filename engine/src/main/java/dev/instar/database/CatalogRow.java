package dev.instar.database;

import dev.instar.schema.CatalogScope;
import dev.instar.schema.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of one of the catalog's queries, with scratch schemas called what they stand for. */
record CatalogRow(ResultSet row, CatalogScope scope) {

    long oid(String column) throws SQLException {
        return row.getLong(column);
    }

    int number(String column) throws SQLException {
        return row.getInt(column);
    }

    long big(String column) throws SQLException {
        return row.getLong(column);
    }

    boolean is(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** A name as it is stored. */
    String name(String column) throws SQLException {
        return row.getString(column);
    }

    @Nullable
    String optionalName(String column) throws SQLException {
        return row.getString(column);
    }

    /** Something the server wrote, in which names are qualified. */
    String text(String column) throws SQLException {
        return scope.text(row.getString(column));
    }

    /** An expression or a query that the server has parsed. */
    String parsed(String column) throws SQLException {
        return ArrayCast.pushDown(text(column));
    }

    @Nullable
    String optionalParsed(String column) throws SQLException {
        String text = optional(column);
        return text == null ? null : ArrayCast.pushDown(text);
    }

    @Nullable
    String optional(String column) throws SQLException {
        return scope.optional(row.getString(column));
    }

    @Nullable
    String comment() throws SQLException {
        return scope.optional(optionalName("comment"));
    }

    QualifiedName qualified(String schema, String name) throws SQLException {
        return new QualifiedName(scope.schema(row.getString(schema)), row.getString(name));
    }

    List<String> list(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray()).map(scope::text).toList();
    }

    SortedMap<String, String> options(String column) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        for (String option : list(column)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return Collections.unmodifiableSortedMap(options);
    }

    List<String> parsedList(String column) throws SQLException {
        return list(column).stream().map(ArrayCast::pushDown).toList();
    }
}
