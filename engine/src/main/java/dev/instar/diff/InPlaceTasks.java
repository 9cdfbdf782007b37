package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Constraint;
import dev.instar.schema.Extension;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.Trigger;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.UserType.Domain;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the changes to objects that stay. */
final class InPlaceTasks {

    private final Catalog before;
    private final Catalog after;
    private final Dependencies oldDependencies;
    private final Dependencies newDependencies;
    private final Fates fates;
    private final ColumnTasks columns;
    private final List<Task> tasks = new ArrayList<>();

    InPlaceTasks(
            Catalog before, Catalog after, Dependencies oldDependencies, Dependencies newDependencies, Fates fates) {
        this.before = before;
        this.after = after;
        this.oldDependencies = oldDependencies;
        this.newDependencies = newDependencies;
        this.fates = fates;
        this.columns = new ColumnTasks(before, after, oldDependencies, newDependencies, fates);
    }

    List<Task> tasks() {
        for (SchemaObject wanted : after.objects().values()) {
            SchemaObject old = before.find(wanted.id());
            if (old != null && !fates.isNew(wanted.id())) {
                compare(old, wanted);
            } else if (wanted instanceof Table table) {
                columns.deviate(table);
                identifyByIndex(table);
            }
        }
        replaceTypes();
        tasks.addAll(columns.tasks());
        return tasks;
    }

    private void compare(SchemaObject old, SchemaObject wanted) {
        if (old instanceof Table table) {
            compare(table, (Table) wanted);
        }
        if (old.equals(wanted)) {
            return;
        }
        if (!fates.replacedTypes().contains(old.id())) {
            comments(old, wanted);
            Change change = change(old, wanted);
            if (change != null && !change.sql().isEmpty()) {
                add(new Task(change, Rank.ofCreating(wanted.id().kind())), old, wanted);
            }
        }
        if (old instanceof Sequence sequence) {
            compareOwners(sequence, (Sequence) wanted);
        }
    }

    private void add(Task task, SchemaObject old, SchemaObject wanted) {
        Set<ObjectPart> added = new LinkedHashSet<>(Parts.of(wanted));
        Parts.of(old).forEach(added::remove);
        tasks.add(task.adds(added).moves(oldDependencies.of(old.id()), newDependencies.of(wanted.id())));
    }

    /** What leads from one to the other apart from comments, and for a table apart from columns. */
    private static @Nullable Change change(SchemaObject old, SchemaObject wanted) {
        return switch (wanted.id().kind()) {
            case EXTENSION -> new ChangeExtension((Extension) old, (Extension) wanted);
            case TYPE, DOMAIN -> InPlace.isAlike(old, wanted) ? null : change((UserType) old, (UserType) wanted);
            case SEQUENCE ->
                ((Sequence) old).options().equals(((Sequence) wanted).options())
                        ? null
                        : new ChangeSequence((Sequence) old, (Sequence) wanted);
            case ROUTINE, VIEW -> InPlace.isAlike(old, wanted) ? null : new ReplaceDefinition(old, wanted);
            case CONSTRAINT ->
                InPlace.isAlike(old, wanted) ? null : new ChangeConstraint((Constraint) old, (Constraint) wanted);
            case TRIGGER ->
                ((Trigger) old).firing().equals(((Trigger) wanted).firing())
                        ? null
                        : new ChangeTrigger((Trigger) old, (Trigger) wanted);
            case SCHEMA, TABLE, INDEX, MATERIALIZED_VIEW, POLICY -> null;
        };
    }

    private static Change change(UserType old, UserType wanted) {
        if (wanted instanceof Enumeration enumeration) {
            return new AddValues((Enumeration) old, enumeration);
        }
        return wanted instanceof Composite composite
                ? new ChangeComposite((Composite) old, composite)
                : new ChangeDomain((Domain) old, (Domain) wanted);
    }

    private void comments(SchemaObject old, SchemaObject wanted) {
        Map<String, @Nullable String> was = CommentSql.of(old);
        CommentSql.of(wanted).forEach((column, comment) -> {
            boolean fresh = wanted instanceof Table table
                    && !column.isEmpty()
                    && columns.isNew(ObjectPart.column(table.name(), column));
            if (!fresh && !Objects.equals(was.get(column), comment)) {
                tasks.add(new Task(new ChangeComment(wanted, column, was.get(column), comment), Rank.COMMENT)
                        .moves(Set.of(), Set.of(new ObjectPart(wanted.id(), column))));
            }
        });
    }

    private void compareOwners(Sequence old, Sequence wanted) {
        if (!Objects.equals(old.ownedBy(), wanted.ownedBy())) {
            tasks.add(
                    new Task(new ChangeSequenceOwner(old.name(), old.ownedBy(), wanted.ownedBy()), Rank.SEQUENCE_OWNER)
                            .moves(owner(old), owner(wanted)));
        }
    }

    private static Set<ObjectPart> owner(Sequence sequence) {
        ObjectPart owner = sequence.ownedBy();
        return owner == null ? Set.of() : Set.of(owner, ObjectPart.whole(owner.object()));
    }

    private void compare(Table old, Table wanted) {
        columns.compare(old, wanted);
        if (!Objects.equals(old.partition(), wanted.partition())) {
            tasks.add(new Task(new ChangePartition(old.name(), old.partition(), wanted.partition()), Rank.COLUMN)
                    .moves(parent(old), parent(wanted)));
        }
        if (!old.parents().equals(wanted.parents())) {
            tasks.add(new Task(new ChangeInheritance(old.name(), old.parents(), wanted.parents()), Rank.SEQUENCE_OWNER)
                    .moves(parent(old), parent(wanted)));
        }
        ChangeTable settings = new ChangeTable(old, wanted);
        if (!settings.sql().isEmpty()) {
            tasks.add(new Task(settings, Rank.TABLE_SETTING));
        }
    }

    private static Set<ObjectPart> parent(Table table) {
        Set<ObjectPart> parents = new LinkedHashSet<>();
        table.parents().forEach(parent -> parents.add(ObjectPart.whole(Table.id(parent))));
        if (table.partition() != null) {
            parents.add(ObjectPart.whole(Table.id(table.partition().of())));
        }
        return parents;
    }

    private void identifyByIndex(Table table) {
        if (TableSettingsSql.hasIndexIdentity(table)) {
            Table fresh = new Table(
                    table.name(),
                    table.columns(),
                    table.parents(),
                    table.partitionKey(),
                    table.partition(),
                    table.options(),
                    new Table.Settings(
                            table.settings().unlogged(),
                            table.settings().rowSecurity(),
                            table.settings().forcedRowSecurity(),
                            "DEFAULT",
                            table.settings().accessMethod(),
                            table.settings().tablespace()),
                    table.comment());
            tasks.add(new Task(new ChangeTable(fresh, table), Rank.TABLE_SETTING)
                    .moves(Set.of(), Set.of(ObjectPart.whole(table.id()))));
        }
    }

    private void replaceTypes() {
        if (fates.replacedTypes().isEmpty()) {
            return;
        }
        List<UserType> old = TypeOrder.of(before, oldDependencies, fates.replacedTypes());
        List<UserType> wanted = TypeOrder.of(after, newDependencies, fates.replacedTypes());
        Task task = new Task(new ReplaceTypes(old, wanted, columns.movedToNewTypes()), Rank.TYPE);
        for (UserType type : wanted) {
            task.alters(Parts.of(type)).moves(oldDependencies.of(type.id()), newDependencies.of(type.id()));
        }
        task.alters(columns.movedParts());
        task.needs.removeAll(task.alters);
        task.releases.removeAll(task.alters);
        tasks.add(task);
    }
}
