package dev.instar.diff;

import dev.instar.revision.InstarException;
import dev.instar.schema.Catalog;
import dev.instar.schema.Catalog.Unmodelled;
import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the changes between two catalogs, and their order. */
final class Comparison {

    /** What constraints, indexes, triggers and policies can belong to. */
    private static final Set<Kind> OWNERS = EnumSet.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

    private final Side before;
    private final Side after;
    private final Fates fates;
    private final ForeignKeyCircles circles;
    private final List<Task> tasks = new ArrayList<>();

    Comparison(Catalog before, Catalog after) {
        this.before = new Side(before);
        this.after = new Side(after);
        this.fates = new Fates(this.before, this.after);
        this.circles = new ForeignKeyCircles(before, fates);
    }

    List<Change> changes() {
        for (SchemaObject old : before.objects()) {
            if (fates.isGone(old.id()) && !fates.replacedTypes().contains(old.id())) {
                drop(old);
            }
        }
        for (SchemaObject wanted : after.objects()) {
            if (fates.isNew(wanted.id()) && !fates.replacedTypes().contains(wanted.id())) {
                create(wanted);
            }
        }
        after.all(Sequence.class).forEach(this::outlive);
        tasks.addAll(new InPlaceTasks(before, after, fates).tasks());
        return Ordering.of(tasks);
    }

    private void drop(SchemaObject old) {
        if (disappearsWithOwner(old)) {
            return;
        }
        if (old instanceof Sequence sequence && sequence.ownedBy() != null && isGone(sequence.ownedBy())) {
            tasks.add(letGo(sequence, sequence.ownedBy()));
        }
        List<SchemaObject> gone = new ArrayList<>();
        addWithParts(old, gone);
        Task task = dropTask(old, inline(carried(old)));
        for (SchemaObject object : gone) {
            task.drops(Parts.of(object)).frees(Parts.places(object)).moves(before.needs(object.id()), Set.of());
        }
        tasks.add(withoutItself(task));
    }

    /** Partitions go with their table. */
    private void addWithParts(SchemaObject old, List<SchemaObject> gone) {
        gone.add(old);
        gone.addAll(carried(old));
        before.all(Table.class)
                .filter(table -> isPartOf(table, old) && fates.isGone(table.id()))
                .forEach(table -> addWithParts(table, gone));
    }

    private static boolean isPartOf(Table table, SchemaObject whole) {
        Table.Partition partition = table.partition();
        return partition != null && whole.id().equals(Table.id(partition.of()));
    }

    /** A key that refers to the whole table holds on to each of its partitions, too, as long as it is one. */
    private Task dropTask(SchemaObject old, List<Constraint> constraints) {
        if (!(old instanceof Table table) || table.partition() == null) {
            return new Task(Changes.drop(old, constraints), Rank.of(old.id().kind(), true));
        }
        List<ForeignKey> references = references(table);
        boolean stays =
                references.stream().anyMatch(key -> !fates.isGone(key.id()) && !fates.isGone(Table.id(key.table())));
        Change change = stays ? Changes.dropPartition(table, constraints) : Changes.drop(old, constraints);
        return new Task(change, Rank.DROP_PARTITION)
                .outlives(references.stream()
                        .map(key -> ObjectPart.whole(key.id()))
                        .toList());
    }

    /** Foreign keys to the tables that this one is a partition of. */
    private List<ForeignKey> references(Table table) {
        Set<QualifiedName> wholes = new LinkedHashSet<>();
        for (Table part = table;
                part != null && part.partition() != null;
                part = before.table(part.partition().of())) {
            wholes.add(part.partition().of());
        }
        return before.all(ForeignKey.class)
                .filter(key -> wholes.contains(key.target()))
                .toList();
    }

    private boolean isGone(ObjectPart column) {
        return fates.isGone(column.object())
                || fates.isRebuilt(column)
                || !(after.find(column.object()) instanceof Table table)
                || table.columns().find(column.column()) == null;
    }

    /** A sequence would go with the table that it belongs to, also where that comes back. */
    private void outlive(Sequence sequence) {
        ObjectPart owner = sequence.ownedBy();
        if (owner != null
                && before.find(sequence.id()) instanceof Sequence old
                && owner.equals(old.ownedBy())
                && fates.isGone(owner.object())) {
            tasks.add(letGo(sequence, owner));
            tasks.add(own(sequence, owner));
        }
    }

    private Task letGo(Sequence sequence, ObjectPart owner) {
        return new Task(Changes.owner(sequence.name(), owner, null), Rank.DROP_RULE)
                .moves(Set.of(owner, ObjectPart.whole(owner.object()), ObjectPart.whole(sequence.id())), Set.of());
    }

    private boolean disappearsWithOwner(SchemaObject object) {
        QualifiedName owner = object.owner();
        if (object instanceof Table table && table.partition() != null) {
            return fates.isGone(Table.id(table.partition().of()));
        }
        return owner != null && ownerIsGone(owner) && !(object instanceof ForeignKey key && circles.isInCircle(key));
    }

    private boolean ownerIsGone(QualifiedName owner) {
        for (Kind kind : OWNERS) {
            ObjectId id = ObjectId.of(kind, owner);
            if (before.find(id) != null && fates.isGone(id)) {
                return true;
            }
        }
        return false;
    }

    private List<SchemaObject> carried(SchemaObject owner) {
        boolean owns = OWNERS.contains(owner.id().kind());
        return owns
                ? before.belongings(owner.id().name()).stream()
                        .filter(object -> !(object instanceof ForeignKey key && circles.isInCircle(key)))
                        .toList()
                : List.of();
    }

    private void create(SchemaObject wanted) {
        if (isInline(wanted)) {
            return;
        }
        if (before.find(wanted.id()) != null) {
            requireKnown(wanted);
        }
        List<Constraint> inline =
                wanted instanceof Table ? inline(after.belongings(wanted.id().name())) : List.of();
        Task task = new Task(
                Changes.create(wanted, inline, before.find(wanted.id())),
                Rank.of(wanted.id().kind(), false));
        List<SchemaObject> made = new ArrayList<>(inline);
        made.add(wanted);
        for (SchemaObject object : made) {
            task.adds(Parts.of(object)).takes(Parts.places(object)).moves(Set.of(), after.needs(object.id()));
        }
        if (wanted instanceof ForeignKey key) {
            task.moves(Set.of(), carriedAlong(key.target()));
        }
        tasks.add(withoutItself(task));
        if (wanted instanceof Sequence sequence && sequence.ownedBy() != null) {
            tasks.add(own(sequence, sequence.ownedBy()));
        }
    }

    /** Columns with whose types the keys of a table are made anew. */
    private Set<ObjectPart> carriedAlong(QualifiedName table) {
        Set<ObjectPart> columns = new LinkedHashSet<>();
        for (SchemaObject object : after.belongings(table)) {
            if (object instanceof Key key) {
                key.include().forEach(column -> columns.add(ObjectPart.column(table, column)));
            }
        }
        return columns;
    }

    /** What is made anew must be known entirely, and by the names of today. */
    private void requireKnown(SchemaObject object) {
        if (object.toString().contains(Renamed.STALE)) {
            throw new InstarException(
                    "The %s reads what gets another name, and has to be made anew for another change."
                            .formatted(object.id()),
                    "Write what is renamed into a revision of its own first.");
        }
        String on = " on " + object.id().name();
        for (Unmodelled other : before.catalog().unmodelled()) {
            if (other.kind().equals("rule") && other.name().endsWith(on)) {
                throw new InstarException(
                        "The %s has to be made anew, and would lose the rule %s.".formatted(object.id(), other.name()),
                        "Drop the rule in a revision of its own first, and create it again in a later one.");
            }
        }
    }

    private static Task own(Sequence sequence, ObjectPart owner) {
        return new Task(Changes.owner(sequence.name(), null, owner), Rank.SEQUENCE_OWNER)
                .moves(Set.of(), Set.of(owner, ObjectPart.whole(sequence.id())));
    }

    /** Whether a constraint is written within the definition of its table. */
    private boolean isInline(SchemaObject object) {
        return object instanceof Constraint constraint
                && fates.isNew(Table.id(constraint.table()))
                && canBeInline(constraint);
    }

    private static List<Constraint> inline(List<SchemaObject> objects) {
        return objects.stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(Comparison::canBeInline)
                .sorted(Comparator.comparing(Comparison::place))
                .toList();
    }

    /** The primary key first, conditions last. */
    private static int place(Constraint constraint) {
        return constraint instanceof Key key ? key.primary() ? 0 : 1 : 2;
    }

    private static boolean canBeInline(Constraint constraint) {
        return !(constraint instanceof ForeignKey) && constraint.valid();
    }

    private static Task withoutItself(Task task) {
        Set<ObjectPart> own = new LinkedHashSet<>(task.adds);
        own.addAll(task.drops);
        task.needs.removeAll(own);
        task.releases.removeAll(own);
        return task;
    }
}
