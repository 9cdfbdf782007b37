package dev.instar.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that somebody created. Ranges and base types are not modelled. */
public sealed interface UserType extends SchemaObject {

    /** Where the type lives and what it is called. */
    QualifiedName name();

    @Override
    default ObjectId id() {
        return ObjectId.of(ObjectId.Kind.TYPE, name());
    }

    /** The type under another name. */
    UserType named(QualifiedName other);

    /** A type with a fixed list of values, in their order. */
    record Enumeration(
            QualifiedName name,
            List<String> values,
            @Nullable String comment) implements UserType {

        @Override
        public Enumeration named(QualifiedName other) {
            return new Enumeration(other, values, comment);
        }

        /** A value may hold a comma, which must not look like two values. */
        @Override
        public String toString() {
            return id() + " " + values.stream().map(Identifier::literal).toList() + " " + comment;
        }
    }

    /** A type made of attributes, whose order counts. */
    record Composite(
            QualifiedName name,
            List<Attribute> attributes,
            @Nullable String comment) implements UserType {

        @Override
        public Composite named(QualifiedName other) {
            return new Composite(other, attributes, comment);
        }
    }

    /**
     * Another type with conditions.
     *
     * @param type the other type, as the server writes it
     * @param collation qualified and quoted; {@code null} for the type's own
     */
    record Domain(
            QualifiedName name,
            String type,
            @Nullable String collation,
            boolean notNull,
            @Nullable String defaultValue,
            List<Condition> conditions,
            @Nullable String comment)
            implements UserType {

        @Override
        public ObjectId id() {
            return ObjectId.of(ObjectId.Kind.DOMAIN, name);
        }

        @Override
        public Domain named(QualifiedName other) {
            return new Domain(other, type, collation, notNull, defaultValue, conditions, comment);
        }
    }

    /**
     * What a value of a domain must be.
     *
     * @param valid whether stored values were checked
     */
    record Condition(String name, String expression, boolean valid) {}
}
