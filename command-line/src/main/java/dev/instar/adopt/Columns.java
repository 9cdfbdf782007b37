package dev.instar.adopt;

import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns of all tables by their names: what rules out most positions, and costs one short query. */
final class Columns {

    private static final char BETWEEN = '\n';

    private static final String NAMES = """
            SELECT table_name || chr(%d) || column_name
              FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
             WHERE table_schema = ? AND table_type = 'BASE TABLE'
            """.formatted((int) BETWEEN);

    private final Session session;
    private final Map<String, String> scratchBySchema;
    private final Predicate<QualifiedName> isCompared;

    Columns(Session session, Map<String, String> scratchBySchema, Predicate<QualifiedName> isCompared) {
        this.session = session;
        this.scratchBySchema = scratchBySchema;
        this.isCompared = isCompared;
    }

    /** Those of a replay, as it is now. */
    Set<String> now() {
        Set<String> columns = new HashSet<>();
        scratchBySchema.forEach((schema, scratch) -> {
            for (String name : session.texts(NAMES, scratch)) {
                if (isCompared.test(new QualifiedName(schema, name.substring(0, name.indexOf(BETWEEN))))) {
                    columns.add(schema + BETWEEN + name);
                }
            }
        });
        return columns;
    }

    /** Those of a catalog. */
    static Set<String> of(Catalog catalog) {
        return catalog.all(Table.class)
                .flatMap(table -> table.columns().stream()
                        .map(Column::name)
                        .map(column ->
                                table.name().schema() + BETWEEN + table.name().name() + BETWEEN + column))
                .collect(Collectors.toSet());
    }
}
