package dev.instar.schema;

import java.util.Comparator;

/**
 * The name of something that lives in a schema, as it is stored: without quotes.
 *
 * @param schema empty for what belongs to the whole database
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    /** The name of something that belongs to the whole database. */
    public static QualifiedName global(String name) {
        return new QualifiedName("", name);
    }

    /** Another name in the same schema. */
    public QualifiedName sibling(String other) {
        return new QualifiedName(schema, other);
    }

    /** The name as a statement writes it, quoted where that is needed. */
    public String sql() {
        return schema.isEmpty() ? Identifier.quote(name) : Identifier.quote(schema) + "." + Identifier.quote(name);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return sql();
    }
}
