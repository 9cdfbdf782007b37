package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import java.util.Set;

/** What each kind of rename does to the names in a catalog. */
final class NameMaps {

    private NameMaps() {}

    /** Views that read a renamed table are shown with an alias; they are marked as something to write anew. */
    static NameMap table(QualifiedName from, QualifiedName to, Set<ObjectId> readers) {
        return new NameMap() {
            @Override
            public QualifiedName relation(QualifiedName name) {
                return name.equals(from) ? to : name;
            }

            @Override
            public String mention(String text) {
                return ExpressionText.renameObject(text, from, to);
            }

            @Override
            public String query(SchemaObject reader, String text) {
                return stale(readers, reader, text);
            }
        };
    }

    /** Views that read a renamed column keep the old name for theirs; they are marked as something to write anew. */
    static NameMap column(Set<ObjectPart> columns, String to, Set<ObjectId> readers) {
        return new NameMap() {
            @Override
            public String column(QualifiedName table, String column) {
                return columns.contains(ObjectPart.column(table, column)) ? to : column;
            }

            @Override
            public String expression(QualifiedName table, String text) {
                String renamed = text;
                for (ObjectPart column : columns) {
                    if (column.object().name().equals(table)) {
                        renamed = ExpressionText.renameColumn(renamed, column.column(), to);
                    }
                }
                return renamed;
            }

            @Override
            public String query(SchemaObject reader, String text) {
                return stale(readers, reader, text);
            }
        };
    }

    static NameMap value(QualifiedName type, String from, String to) {
        return new NameMap() {
            @Override
            public String value(QualifiedName owner, String value) {
                return owner.equals(type) && value.equals(from) ? to : value;
            }

            @Override
            public String expression(QualifiedName table, String text) {
                return text.replace(Identifier.literal(from) + "::" + type, Identifier.literal(to) + "::" + type);
            }

            @Override
            public String query(SchemaObject reader, String text) {
                return expression(type, text);
            }
        };
    }

    /** An index or a sequence. */
    static NameMap relation(QualifiedName from, QualifiedName to) {
        return new NameMap() {
            @Override
            public QualifiedName relation(QualifiedName name) {
                return name.equals(from) ? to : name;
            }

            @Override
            public String expression(QualifiedName table, String text) {
                return ExpressionText.renameObject(text, from, to);
            }

            @Override
            public String query(SchemaObject reader, String text) {
                return ExpressionText.renameObject(text, from, to);
            }
        };
    }

    static NameMap constraint(QualifiedName owner, String from, String to) {
        return new NameMap() {
            @Override
            public String constraint(QualifiedName table, String name) {
                return table.equals(owner) && name.equals(from) ? to : name;
            }
        };
    }

    /** A text that the server never writes, so that it differs from every wanted one. */
    private static String stale(Set<ObjectId> readers, SchemaObject reader, String text) {
        return readers.contains(reader.id()) ? text + "\n-- stale" : text;
    }
}
