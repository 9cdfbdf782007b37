package dev.instar.diff;

import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;

/** What names become when something is renamed. By default they stay. */
interface NameMap {

    /** The name of a table, an index or a sequence. */
    default QualifiedName relation(QualifiedName name) {
        return name;
    }

    default String column(QualifiedName table, String column) {
        return column;
    }

    /** An expression about the rows of a table. */
    default String expression(QualifiedName table, String text) {
        return text;
    }

    /** The name of a type, or another text that mentions objects with their schema. */
    default String mention(String text) {
        return text;
    }

    /** The query of a view, or the body of a routine. */
    default String query(SchemaObject reader, String text) {
        return text;
    }

    /** The name of a constraint within its table. */
    default String constraint(QualifiedName table, String name) {
        return name;
    }

    default String value(QualifiedName type, String value) {
        return value;
    }
}
