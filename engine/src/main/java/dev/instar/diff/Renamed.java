package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Columns;
import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.Exclusion;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Index;
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
import org.jspecify.annotations.Nullable;

/** Objects as the server would show them after a rename. */
record Renamed(NameMap names) {

    SchemaObject of(SchemaObject object) {
        return switch (object.id().kind()) {
            case SCHEMA, EXTENSION -> object;
            case TYPE, DOMAIN -> type((UserType) object);
            case SEQUENCE -> sequence((Sequence) object);
            case ROUTINE -> routine((Routine) object);
            case TABLE -> table((Table) object);
            case CONSTRAINT -> constraint((Constraint) object);
            case INDEX -> index((Index) object);
            case VIEW, MATERIALIZED_VIEW -> view((View) object);
            case TRIGGER -> trigger((Trigger) object);
            case POLICY -> policy((Policy) object);
        };
    }

    ObjectPart of(ObjectPart part) {
        return new ObjectPart(part.object(), names.column(part.object().name(), part.column()));
    }

    private SchemaObject type(UserType type) {
        if (type instanceof UserType.Enumeration enumeration) {
            return new UserType.Enumeration(
                    type.name(),
                    enumeration.values().stream()
                            .map(value -> names.value(type.name(), value))
                            .toList(),
                    type.comment());
        }
        return type;
    }

    private Sequence sequence(Sequence sequence) {
        ObjectPart owner = sequence.ownedBy();
        ObjectPart renamed = owner == null
                ? null
                : ObjectPart.column(
                        names.relation(owner.object().name()), of(owner).column());
        return sequence.named(names.relation(sequence.name())).ownedBy(renamed);
    }

    private Routine routine(Routine routine) {
        int body = routine.definition().indexOf("\nAS ");
        int header = body < 0 ? routine.definition().length() : body;
        String definition = names.mention(routine.definition().substring(0, header))
                + routine.definition().substring(header);
        return new Routine(
                routine.name(),
                names.mention(routine.signature()),
                routine.procedure(),
                names.mention(routine.arguments()),
                names.mention(routine.result()),
                names.query(routine, definition),
                routine.comment());
    }

    private View view(View view) {
        return new View(
                view.name(),
                view.materialized(),
                view.columns(),
                names.query(view, view.definition()),
                view.options(),
                view.tablespace(),
                view.comment());
    }

    private Table table(Table table) {
        QualifiedName name = table.name();
        Table.Partition partition = table.partition();
        return new Table(
                names.relation(name),
                new Columns(table.columns().stream()
                        .map(column -> column(name, column))
                        .toList()),
                table.parents().stream().map(names::relation).toList(),
                expression(name, table.partitionKey()),
                partition == null ? null : new Table.Partition(names.relation(partition.of()), partition.bound()),
                table.options(),
                table.settings(),
                table.comment());
    }

    private Column column(QualifiedName table, Column column) {
        Column.Generated generated = column.generated();
        return new Column(
                names.column(table, column.name()),
                names.mention(column.type()),
                column.collation(),
                column.notNull(),
                expression(table, column.defaultValue()),
                column.identity(),
                generated == null
                        ? null
                        : new Column.Generated(names.expression(table, generated.expression()), generated.stored()),
                column.storage(),
                column.compression(),
                column.statistics(),
                column.inherited(),
                column.comment());
    }

    private Constraint constraint(Constraint constraint) {
        QualifiedName table = constraint.table();
        Constraint renamed = constraint.named(names.constraint(table, constraint.name()));
        if (renamed instanceof Key key) {
            return key(table, key);
        }
        if (renamed instanceof ForeignKey key) {
            return foreignKey(table, key);
        }
        if (renamed instanceof Check check) {
            return new Check(
                    names.relation(table),
                    check.name(),
                    names.expression(table, check.expression()),
                    check.noInherit(),
                    check.valid(),
                    check.enforced(),
                    check.comment());
        }
        Exclusion exclusion = (Exclusion) renamed;
        return new Exclusion(
                names.relation(table),
                exclusion.name(),
                names.expression(table, exclusion.definition()),
                exclusion.comment());
    }

    private Key key(QualifiedName table, Key key) {
        return new Key(
                names.relation(table),
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
                names.relation(table),
                key.name(),
                columns(table, key.columns()),
                names.relation(key.target()),
                columns(key.target(), key.targetColumns()),
                key.match(),
                key.onUpdate(),
                names.expression(table, key.onDelete()),
                key.period(),
                key.timing(),
                key.valid(),
                key.enforced(),
                key.comment());
    }

    private Index index(Index index) {
        QualifiedName table = index.table();
        return new Index(
                names.relation(index.name()),
                names.relation(table),
                index.unique(),
                index.method(),
                index.keys().stream().map(key -> names.expression(table, key)).toList(),
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
                names.relation(trigger.table()),
                trigger.name(),
                names.mention(names.expression(trigger.table(), trigger.definition())),
                trigger.firing(),
                trigger.comment());
    }

    private Policy policy(Policy policy) {
        return new Policy(
                names.relation(policy.table()),
                policy.name(),
                policy.permissive(),
                policy.command(),
                policy.roles(),
                expression(policy.table(), policy.using()),
                expression(policy.table(), policy.check()),
                policy.comment());
    }

    private List<String> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> names.column(table, column)).toList();
    }

    private @Nullable String expression(QualifiedName table, @Nullable String text) {
        return text == null ? null : names.expression(table, text);
    }
}
