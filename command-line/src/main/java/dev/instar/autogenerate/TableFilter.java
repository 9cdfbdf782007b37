package dev.instar.autogenerate;

import dev.instar.schema.QualifiedName;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which tables are looked at. In a pattern an asterisk stands for any letters; with a dot it is about the name with its
 * schema.
 *
 * @param schemas patterns, one of which the schema must match; none for any schema
 * @param include patterns, one of which the table must match; none for any table
 * @param exclude patterns that the table must not match
 */
public record TableFilter(List<String> schemas, List<String> include, List<String> exclude) {

    /** Every table. */
    public static final TableFilter ALL = new TableFilter(List.of(), List.of(), List.of());

    public TableFilter {
        schemas = List.copyOf(schemas);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether the table is looked at. */
    public boolean test(QualifiedName table) {
        return testSchema(table.schema())
                && (include.isEmpty() || include.stream().anyMatch(pattern -> matches(pattern, table)))
                && exclude.stream().noneMatch(pattern -> matches(pattern, table));
    }

    /** Whether the schema is looked at; what belongs to the whole database is in all of them. */
    public boolean testSchema(String schema) {
        return schemas.isEmpty() || schema.isEmpty() || schemas.stream().anyMatch(pattern -> matches(pattern, schema));
    }

    /** The schemas that are named without asterisks. */
    List<String> namedSchemas() {
        return schemas.stream().filter(schema -> !schema.contains("*")).toList();
    }

    private static boolean matches(String pattern, QualifiedName table) {
        return matches(pattern, pattern.contains(".") ? table.schema() + "." + table.name() : table.name());
    }

    private static boolean matches(String pattern, String name) {
        String quoted = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL).matcher(name).matches();
    }
}
