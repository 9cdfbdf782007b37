package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Columns;
import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.Exclusion;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Identifier;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.Policy;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Routine;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.Trigger;
import dev.instar.schema.UserType;
import dev.instar.schema.View;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects as the server would show them after a rename.
 *
 * @param columns where a renamed column has its name, with all to whom it is handed down
 * @param readers what reads a renamed table or column: there the server shows names of its own, so that the text is
 *     marked as something to write anew
 */
record Renamed(Rename rename, Set<ObjectPart> columns, Set<ObjectId> readers) {

    /** The server never writes this, so that it differs from every wanted text. */
    static final String STALE = "\n-- stale";

    SchemaObject of(SchemaObject object) {
        if (object instanceof Table table) {
            return table(table);
        }
        if (object instanceof Constraint constraint) {
            return constraint(constraint);
        }
        if (object instanceof Index index) {
            return index(index);
        }
        if (object instanceof UserType type) {
            return type(type);
        }
        if (object instanceof Sequence sequence) {
            return sequence(sequence);
        }
        if (object instanceof Routine routine) {
            return routine(routine);
        }
        if (object instanceof View view) {
            return view(view);
        }
        if (object instanceof Trigger trigger) {
            return trigger(trigger);
        }
        return object instanceof Policy policy ? policy(policy) : object;
    }

    ObjectPart of(ObjectPart part) {
        return new ObjectPart(part.object(), column(part.object().name(), part.column()));
    }

    private boolean isAbout(Kind kind) {
        return rename.from().object().kind() == kind;
    }

    /** An index, a sequence or a view, whose name stands in expressions. */
    private boolean isAboutRelation() {
        return isAbout(Kind.INDEX) || isAbout(Kind.SEQUENCE) || isAboutView();
    }

    private boolean isAboutView() {
        return isAbout(Kind.VIEW) || isAbout(Kind.MATERIALIZED_VIEW);
    }

    private boolean isAboutTable() {
        return isAbout(Kind.TABLE) && rename.from().isWhole();
    }

    /** The name of a table or of something else that shares its names with tables. */
    private QualifiedName relation(QualifiedName name) {
        QualifiedName from = rename.from().object().name();
        return name.equals(from) && (isAboutTable() || isAboutRelation()) ? name.sibling(rename.to()) : name;
    }

    private String column(QualifiedName table, String column) {
        return columns.contains(ObjectPart.column(table, column)) ? rename.to() : column;
    }

    /** An expression about the rows of a table. */
    private @Nullable String expression(QualifiedName table, @Nullable String text) {
        return text == null ? null : about(table, text);
    }

    private String about(QualifiedName table, String text) {
        ObjectPart from = rename.from();
        QualifiedName name = from.object().name();
        if (isAboutRelation()) {
            return ExpressionText.renameObject(text, name, name.sibling(rename.to()));
        }
        if (isAbout(Kind.TYPE)) {
            return text.replace(
                    Identifier.literal(from.column()) + "::" + name, Identifier.literal(rename.to()) + "::" + name);
        }
        return columns.contains(ObjectPart.column(table, from.column()))
                ? ExpressionText.renameColumn(text, from.column(), rename.to())
                : text;
    }

    /** The name of a type, or another text that mentions objects with their schema. */
    private String mention(String text) {
        QualifiedName from = rename.from().object().name();
        return isAboutTable() || isAboutView()
                ? ExpressionText.renameObject(text, from, from.sibling(rename.to()))
                : text;
    }

    /** The query of a view, or the body of a routine. */
    private String query(SchemaObject reader, String text) {
        if (isAbout(Kind.TABLE) || isAboutView()) {
            return readers.contains(reader.id()) ? text + STALE : text;
        }
        return about(reader.id().name(), text);
    }

    private SchemaObject type(UserType type) {
        if (type instanceof UserType.Enumeration enumeration) {
            return new UserType.Enumeration(
                    type.name(),
                    type.id().equals(rename.from().object())
                            ? replaced(enumeration.values(), rename.from().column())
                            : enumeration.values(),
                    type.comment());
        }
        return type;
    }

    private List<String> replaced(List<String> values, String value) {
        return values.stream()
                .map(other -> other.equals(value) ? rename.to() : other)
                .toList();
    }

    private Sequence sequence(Sequence sequence) {
        ObjectPart owner = sequence.ownedBy();
        ObjectPart renamed = owner == null
                ? null
                : ObjectPart.column(relation(owner.object().name()), of(owner).column());
        return sequence.named(relation(sequence.name())).ownedBy(renamed);
    }

    private Routine routine(Routine routine) {
        int body = routine.definition().indexOf("\nAS ");
        int header = body < 0 ? routine.definition().length() : body;
        String definition = mention(routine.definition().substring(0, header))
                + routine.definition().substring(header);
        return new Routine(
                routine.name(),
                mention(routine.signature()),
                routine.procedure(),
                mention(routine.arguments()),
                mention(routine.result()),
                query(routine, definition),
                routine.comment());
    }

    private View view(View view) {
        return new View(
                relation(view.name()),
                view.materialized(),
                view.columns(),
                query(view, view.definition()),
                view.options(),
                view.tablespace(),
                view.comment());
    }

    private Table table(Table table) {
        QualifiedName name = table.name();
        Table.Partition partition = table.partition();
        return new Table(
                relation(name),
                new Columns(table.columns().stream()
                        .map(column -> column(name, column))
                        .toList()),
                table.parents().stream().map(this::relation).toList(),
                expression(name, table.partitionKey()),
                partition == null ? null : new Table.Partition(relation(partition.of()), partition.bound()),
                table.options(),
                table.settings(),
                table.comment());
    }

    private Column column(QualifiedName table, Column column) {
        Column.Generated generated = column.generated();
        return new Column(
                column(table, column.name()),
                mention(column.type()),
                column.collation(),
                column.notNull(),
                expression(table, column.defaultValue()),
                column.identity(),
                generated == null
                        ? null
                        : new Column.Generated(about(table, generated.expression()), generated.stored()),
                column.storage(),
                column.compression(),
                column.statistics(),
                column.inherited(),
                column.comment());
    }

    private Constraint constraint(Constraint constraint) {
        QualifiedName table = constraint.table();
        Constraint renamed =
                constraint.id().equals(rename.from().object()) ? constraint.named(rename.to()) : constraint;
        if (renamed instanceof Key key) {
            return key(table, key);
        }
        if (renamed instanceof ForeignKey key) {
            return foreignKey(table, key);
        }
        if (renamed instanceof Check check) {
            return new Check(
                    relation(table),
                    check.name(),
                    about(table, check.expression()),
                    check.noInherit(),
                    check.valid(),
                    check.enforced(),
                    check.comment());
        }
        Exclusion exclusion = (Exclusion) renamed;
        return new Exclusion(
                relation(table), exclusion.name(), about(table, exclusion.definition()), exclusion.comment());
    }

    private Key key(QualifiedName table, Key key) {
        return new Key(
                relation(table),
                key.name(),
                key.primary(),
                columns(table, key.columns()),
                columns(table, key.include()),
                key.nullsNotDistinct(),
                key.withoutOverlaps(),
                key.timing(),
                key.options(),
                key.tablespace(),
                key.comment());
    }

    private ForeignKey foreignKey(QualifiedName table, ForeignKey key) {
        return new ForeignKey(
                relation(table),
                key.name(),
                columns(table, key.columns()),
                relation(key.target()),
                columns(key.target(), key.targetColumns()),
                key.match(),
                key.onUpdate(),
                about(table, key.onDelete()),
                key.period(),
                key.timing(),
                key.valid(),
                key.enforced(),
                key.comment());
    }

    private Index index(Index index) {
        QualifiedName table = index.table();
        return new Index(
                relation(index.name()),
                relation(table),
                index.unique(),
                index.method(),
                index.keys().stream().map(key -> about(table, key)).toList(),
                columns(table, index.include()),
                index.nullsNotDistinct(),
                expression(table, index.predicate()),
                index.options(),
                index.tablespace(),
                index.valid(),
                index.comment());
    }

    private Trigger trigger(Trigger trigger) {
        return new Trigger(
                relation(trigger.table()),
                trigger.name(),
                mention(about(trigger.table(), trigger.definition())),
                trigger.firing(),
                trigger.comment());
    }

    private Policy policy(Policy policy) {
        return new Policy(
                relation(policy.table()),
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                expression(policy.table(), policy.using()),
                expression(policy.table(), policy.check()),
                policy.comment());
    }

    private List<String> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> column(table, column)).toList();
    }
}
