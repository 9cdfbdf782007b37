package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Domain;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the changes to columns of tables that stay. */
final class ColumnTasks {

    private final Side before;
    private final Side after;
    private final Fates fates;
    private final HandedDown handedDown;
    private final List<Task> tasks = new ArrayList<>();
    private final List<ColumnChange> moved = new ArrayList<>();

    ColumnTasks(Side before, Side after, Fates fates) {
        this.before = before;
        this.after = after;
        this.fates = fates;
        this.handedDown = new HandedDown(before.catalog(), after.catalog());
    }

    List<Task> tasks() {
        return tasks;
    }

    /** Columns that leave a type which is made anew, and come back to it. */
    List<ColumnChange> movedToNewTypes() {
        return moved;
    }

    Set<ObjectPart> movedParts() {
        Set<ObjectPart> parts = new LinkedHashSet<>();
        moved.forEach(change -> parts.addAll(Parts.column(before.catalog(), change.table, change.before.name())));
        return parts;
    }

    /** Whether the column is added to a table that stays, comment included. */
    boolean isNew(ObjectPart part) {
        return fates.isRebuilt(part)
                || before.find(part.object()) instanceof Table old
                        && old.columns().find(part.column()) == null;
    }

    void compare(Table old, Table wanted) {
        for (Column column : old.columns()) {
            ObjectPart part = ObjectPart.column(old.name(), column.name());
            boolean gone = wanted.columns().find(column.name()) == null;
            boolean isLeft = gone
                    && old.partition() == null
                    && handedDown.byParent(before.catalog(), old, column.name()) != null
                    && handedDown.byParent(after.catalog(), wanted, column.name()) == null;
            if ((gone || fates.isRebuilt(part)) && (!column.inherited() || isLeft)) {
                drop(old, column, part);
            }
        }
        for (Column column : wanted.columns()) {
            ObjectPart part = ObjectPart.column(old.name(), column.name());
            Column was = old.columns().find(column.name());
            if (was == null || fates.isRebuilt(part)) {
                add(old, wanted, column, part);
            } else {
                change(old.name(), handedDown.effective(old, wanted, was), column, part);
            }
        }
    }

    private void drop(Table table, Column column, ObjectPart part) {
        boolean alone = isLeftToChildren(table, column.name());
        Set<ObjectPart> all = new LinkedHashSet<>(Parts.column(before.catalog(), table.name(), column.name()));
        tasks.add(new Task(ColumnSql.drop(table.name(), column, alone), Rank.DROP_COLUMN)
                .drops(alone ? Set.of(part) : all)
                .moves(alone ? all : Set.of(), Set.of())
                .moves(before.needs(part), Set.of()));
    }

    /** The server takes along what only the parents have defined; left alone, a child keeps it in any case. */
    private boolean isLeftToChildren(Table table, String column) {
        if (table.partitionKey() == null) {
            for (Table heir : Parts.heirs(before.catalog(), table.name())) {
                Table kept = after.table(heir.name());
                Column own = kept == null ? null : kept.columns().find(column);
                if (kept != null && (own == null || !own.inherited())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void add(Table old, Table wanted, Column column, ObjectPart part) {
        boolean comesToNewParent =
                wanted.partition() == null && handedDown.byParent(after.catalog(), old, column.name()) == null;
        if (!column.inherited() || comesToNewParent) {
            List<ObjectPart> all = Parts.column(after.catalog(), wanted.name(), column.name());
            tasks.add(new Task(ColumnSql.add(wanted.name(), column, isFilled(column)), Rank.COLUMN)
                    .adds(all)
                    .moves(Set.of(ObjectPart.whole(part.object())), after.needs(part))
                    .moves(Set.of(), Set.copyOf(all)));
        }
    }

    private boolean isFilled(Column column) {
        return after.all(Domain.class)
                .anyMatch(domain ->
                        domain.defaultValue() != null && domain.name().sql().equals(column.type()));
    }

    private void change(QualifiedName table, Column was, Column column, ObjectPart part) {
        if (moves(part, column)) {
            moved.add(new ColumnChange(table, was, column));
            return;
        }
        Column between = between(part, was, column);
        ColumnChange last = new ColumnChange(table, between, column);
        if (between.equals(was)) {
            Change change = last.change();
            if (!change.sql().isEmpty()) {
                boolean counts = was.identity() != null && column.identity() != null;
                tasks.add(afterParents(new Task(change, Rank.CHANGED_COLUMN), part)
                        .alters(Parts.column(before.catalog(), table, column.name()))
                        .frees(counts ? List.of() : Counting.names(table, was))
                        .takes(counts ? List.of() : Counting.names(table, column))
                        .moves(before.needs(part), after.needs(part)));
            }
        } else {
            inTwoSteps(new ColumnChange(table, was, between), last, part);
        }
    }

    private void inTwoSteps(ColumnChange first, ColumnChange last, ObjectPart part) {
        List<ObjectPart> column = Parts.column(before.catalog(), first.table, part.column());
        Set<ObjectPart> halfway = Set.of(new ObjectPart(part.object(), part.column() + " halfway"));
        tasks.add(new Task(first.change(), Rank.DROP_RULE)
                .adds(halfway)
                .alters(first.isRetyped() ? column : List.of())
                .frees(Counting.names(first.table, first.before))
                .moves(before.needs(part), Set.of()));
        tasks.add(afterParents(new Task(last.change(), Rank.CHANGED_COLUMN), part)
                .alters(column)
                .takes(Counting.names(last.table, last.after))
                .moves(Set.of(), halfway)
                .moves(Set.of(), after.needs(part)));
    }

    /** What a parent hands down must not take back what its child has of its own. */
    private Task afterParents(Task task, ObjectPart part) {
        Set<ObjectPart> ofHeirs = new LinkedHashSet<>();
        for (ObjectPart column : Parts.column(after.catalog(), part.object().name(), part.column())) {
            ofHeirs.add(new ObjectPart(column.object(), column.column() + " handed down"));
        }
        ObjectPart own = new ObjectPart(part.object(), part.column() + " handed down");
        ofHeirs.remove(own);
        return task.adds(ofHeirs).moves(Set.of(), Set.of(own));
    }

    /** The column while what it is filled from is made anew or handed over. */
    private Column between(ObjectPart part, Column was, Column column) {
        if (Counting.changesHands(was, column)) {
            return was.filledBy(null, null);
        }
        if (reachesReplacedType(before.needs(part), before)
                && reachesReplacedType(after.needs(part), after)
                && TypeChange.isNeeded(was, column)) {
            return was.filledBy(null, was.identity()).withType("text");
        }
        return fates.isDetached(part) ? was.filledBy(null, was.identity()) : was;
    }

    /** Such a column must have left before the types are replaced, and can arrive only afterwards. */
    private boolean reachesReplacedType(Set<ObjectPart> parts, Side side) {
        for (ObjectPart part : parts) {
            ObjectId id = part.object();
            if (id.kind().isType() && (isReplaced(id) || reachesReplacedType(side.needs(id), side))) {
                return true;
            }
        }
        return false;
    }

    private boolean moves(ObjectPart part, Column column) {
        return !column.inherited() && holdsReplacedType(before.needs(part)) && holdsReplacedType(after.needs(part));
    }

    private boolean holdsReplacedType(Set<ObjectPart> parts) {
        return parts.stream().map(ObjectPart::object).anyMatch(this::isReplaced);
    }

    private boolean isReplaced(ObjectId id) {
        return fates.replacedTypes().contains(id);
    }

    /** A new table whose columns are not in everything as they are handed down to it. */
    void deviate(Table table) {
        for (Column column : table.columns()) {
            Column parents = handedDown.byParent(after.catalog(), table, column.name());
            if (column.inherited() && parents != null) {
                Change change = new ColumnChange(table.name(), HandedDown.asInherited(parents), column).change();
                if (!change.sql().isEmpty()) {
                    tasks.add(new Task(change, Rank.CHANGED_COLUMN)
                            .moves(Set.of(), Set.of(ObjectPart.column(table.name(), column.name()))));
                }
            }
        }
    }
}
