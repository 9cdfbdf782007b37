package dev.instar.diff;

import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Index;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import dev.instar.schema.UserType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the changes to objects that stay. */
final class InPlaceTasks {

    private final Side before;
    private final Side after;
    private final Fates fates;
    private final ColumnTasks columns;
    private final List<Task> tasks = new ArrayList<>();

    InPlaceTasks(Side before, Side after, Fates fates) {
        this.before = before;
        this.after = after;
        this.fates = fates;
        this.columns = new ColumnTasks(before, after, fates);
    }

    List<Task> tasks() {
        for (SchemaObject wanted : after.objects()) {
            SchemaObject old = before.find(wanted.id());
            if (old != null && !fates.isNew(wanted.id())) {
                compare(old, wanted);
                if (wanted instanceof Table table && hasRebuiltIndex(table)) {
                    identifyByIndex(table);
                }
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
            Change change = InPlace.change(old, wanted);
            if (!change.sql().isEmpty()) {
                add(change, old, wanted);
            }
        }
        if (old instanceof Sequence sequence) {
            compareOwners(sequence, (Sequence) wanted);
        }
    }

    private void add(Change change, SchemaObject old, SchemaObject wanted) {
        if (old instanceof Table table) {
            boolean isToasted =
                    ((Table) wanted).options().keySet().stream().anyMatch(option -> option.startsWith("toast."));
            Task task = new Task(change, Rank.TABLE_SETTING)
                    .moves(Set.of(), indexes((Table) wanted))
                    .moves(Set.of(), isToasted ? Set.copyOf(Parts.of(wanted)) : Set.of());
            tasks.add(inOrderOfLogging(task, table, (Table) wanted));
            return;
        }
        Set<ObjectPart> added = new LinkedHashSet<>(Parts.of(wanted));
        Parts.of(old).forEach(added::remove);
        tasks.add(new Task(change, Rank.of(wanted.id().kind(), false))
                .adds(added)
                .moves(before.needs(old.id()), after.needs(wanted.id())));
    }

    /** What a table may be identified by has to be there. */
    private Set<ObjectPart> indexes(Table table) {
        Set<ObjectPart> indexes = new LinkedHashSet<>();
        if (TableSql.hasIndexIdentity(table)) {
            after.belongings(table.name()).stream()
                    .filter(object -> object instanceof Index || object instanceof Key)
                    .forEach(object -> indexes.add(ObjectPart.whole(object.id())));
        }
        return indexes;
    }

    /** What is logged may refer only to what is logged. */
    private Task inOrderOfLogging(Task task, Table old, Table wanted) {
        boolean unlogged = wanted.settings().unlogged();
        if (old.settings().unlogged() != unlogged) {
            task.alters(List.of(ObjectPart.whole(old.id()))).adds(Set.of(logging(old.name())));
            after.all(ForeignKey.class)
                    .filter(key -> (unlogged ? key.target() : key.table()).equals(old.name()))
                    .map(key -> logging(unlogged ? key.table() : key.target()))
                    .filter(other -> !task.adds.contains(other))
                    .forEach(other -> task.moves(Set.of(), Set.of(other)));
        }
        return task;
    }

    private static ObjectPart logging(QualifiedName table) {
        return ObjectPart.column(table, " logging");
    }

    private void comments(SchemaObject old, SchemaObject wanted) {
        Map<String, @Nullable String> was = Ddl.comments(old);
        Ddl.comments(wanted).forEach((column, comment) -> {
            boolean fresh = wanted instanceof Table table
                    && !column.isEmpty()
                    && columns.isNew(ObjectPart.column(table.name(), column));
            if (!fresh && !Objects.equals(was.get(column), comment)) {
                tasks.add(new Task(Changes.comment(wanted, column, was.get(column), comment), Rank.COMMENT)
                        .moves(Set.of(), Set.of(new ObjectPart(wanted.id(), column))));
            }
        });
    }

    private void compareOwners(Sequence old, Sequence wanted) {
        if (!Objects.equals(old.ownedBy(), wanted.ownedBy())) {
            tasks.add(new Task(Changes.owner(old.name(), old.ownedBy(), wanted.ownedBy()), Rank.SEQUENCE_OWNER)
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
            changePartition(old, wanted);
        }
        if (!old.parents().equals(wanted.parents())) {
            tasks.add(new Task(Changes.inheritance(old.name(), old.parents(), wanted.parents()), Rank.SEQUENCE_OWNER)
                    .moves(parent(old), parent(wanted)));
        }
    }

    /** Between leaving and joining others may leave as well, and tables may be made anew. */
    private void changePartition(Table old, Table wanted) {
        Table.Partition was = old.partition();
        Table.Partition is = wanted.partition();
        ObjectPart detached = ObjectPart.column(old.name(), " detached");
        if (was != null) {
            tasks.add(new Task(Changes.partition(old.name(), was, null), is == null ? Rank.COLUMN : Rank.DROP_PARTITION)
                    .adds(Set.of(detached))
                    .frees(List.of(Parts.partitions(was)))
                    .moves(parent(old), Set.of()));
        }
        if (is != null) {
            boolean stays = was != null && was.of().equals(is.of());
            tasks.add(new Task(Changes.partition(old.name(), null, is), stays ? Rank.PARTITION : Rank.COLUMN)
                    .takes(List.of(Parts.partitions(is)))
                    .moves(Set.of(), Set.of(detached))
                    .moves(Set.of(), parent(wanted)));
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

    /** With the index that it was identified by a table loses its identity. */
    private boolean hasRebuiltIndex(Table table) {
        return after.belongings(table.name()).stream()
                .anyMatch(object -> fates.isNew(object.id()) && before.find(object.id()) != null);
    }

    private void identifyByIndex(Table table) {
        if (TableSql.hasIndexIdentity(table)) {
            Change change = TableSql.identify(
                    table.name(), TableSql.USUAL, table.settings().replicaIdentity());
            tasks.add(new Task(change, Rank.TABLE_SETTING)
                    .moves(Set.of(), Set.of(ObjectPart.whole(table.id())))
                    .moves(Set.of(), indexes(table)));
        }
    }

    private void replaceTypes() {
        if (fates.replacedTypes().isEmpty()) {
            return;
        }
        List<UserType> old = inOrder(before);
        List<UserType> wanted = inOrder(after);
        Task task = new Task(new TypeReplacement(old, wanted, columns.movedToNewTypes()).change(), Rank.TYPE);
        for (ObjectId id : fates.replacedTypes()) {
            task.alters(Set.of(ObjectPart.whole(id))).moves(before.needs(id), after.needs(id));
        }
        old.forEach(type -> task.frees(Parts.names(type)));
        wanted.forEach(type -> task.takes(Parts.names(type)));
        task.alters(columns.movedParts());
        task.needs.removeAll(task.alters);
        task.releases.removeAll(task.alters);
        tasks.add(task);
    }

    /** The types that are made anew, in the order in which they can be created. */
    private List<UserType> inOrder(Side side) {
        Set<ObjectId> ordered = new LinkedHashSet<>();
        fates.replacedTypes().forEach(type -> addInOrder(type, side, ordered));
        return ordered.stream()
                .map(side::find)
                .filter(Objects::nonNull)
                .map(UserType.class::cast)
                .toList();
    }

    private void addInOrder(ObjectId type, Side side, Set<ObjectId> ordered) {
        for (ObjectPart on : side.needs(type)) {
            if (fates.replacedTypes().contains(on.object()) && !ordered.contains(on.object())) {
                addInOrder(on.object(), side, ordered);
            }
        }
        ordered.add(type);
    }
}
