package dev.instar.schema;

import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table without what stands beside it: constraints, indexes, triggers and policies are objects of their own.
 *
 * @param parents the tables it inherits from; not the one it is a partition of
 * @param partitionKey how it is divided; {@code null} for a table that is not
 * @param partition which part of another table it is
 * @param options storage parameters, those of the TOAST table with the prefix {@code toast.}
 * @param settings everything about the table that is not about its rows' form
 */
public record Table(
        QualifiedName name,
        Columns columns,
        List<QualifiedName> parents,
        @Nullable String partitionKey,
        @Nullable Partition partition,
        SortedMap<String, String> options,
        Settings settings,
        @Nullable String comment)
        implements SchemaObject {

    /** Which part of another table this is, as the server writes it. */
    public record Partition(QualifiedName of, String bound) {}

    /**
     * How the table is kept.
     *
     * @param accessMethod {@code null} for the ordinary one
     * @param tablespace {@code null} for the database's own
     * @param replicaIdentity {@code DEFAULT}, {@code FULL}, {@code NOTHING} or {@code USING INDEX name}
     */
    public record Settings(
            boolean unlogged,
            boolean rowSecurity,
            boolean forcedRowSecurity,
            String replicaIdentity,
            @Nullable String accessMethod,
            @Nullable String tablespace) {}

    /** Whether the column, or something that is computed from it, decides which partition a row is in. */
    public boolean isDividedBy(String column) {
        String word = "(?<![\\w\"])" + Pattern.quote(Identifier.quote(column)) + "(?![\\w\"])";
        return partitionKey != null
                && Pattern.compile(word).matcher(partitionKey).find();
    }

    /** The same table with other columns. */
    public Table withColumns(List<Column> others) {
        return new Table(name, new Columns(others), parents, partitionKey, partition, options, settings, comment);
    }

    @Override
    public ObjectId id() {
        return id(name);
    }

    /** What the table of this name is called in a catalog. */
    public static ObjectId id(QualifiedName name) {
        return ObjectId.of(ObjectId.Kind.TABLE, name);
    }
}
