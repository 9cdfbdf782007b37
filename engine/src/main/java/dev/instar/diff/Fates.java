package dev.instar.diff;

import dev.instar.revision.InstarException;
import dev.instar.schema.Column;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectId.Kind;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.UserType.Domain;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Decides what has to be dropped although it is wanted, because something that it holds on to goes away or changes its
 * form for a moment.
 */
final class Fates {

    /** What looks at the form of a column. */
    private static final Set<Kind> READERS =
            EnumSet.of(Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.TRIGGER, Kind.POLICY, Kind.ROUTINE);

    private final Side before;
    private final Side after;
    private final Set<ObjectId> rebuilt = new LinkedHashSet<>();
    private final Set<ObjectPart> rebuiltColumns = new LinkedHashSet<>();
    private final Set<ObjectPart> detachedDefaults = new LinkedHashSet<>();
    private final Set<ObjectPart> retypedColumns = new LinkedHashSet<>();
    private final Set<ObjectId> replacedTypes = new LinkedHashSet<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    Fates(Side before, Side after) {
        this.before = before;
        this.after = after;
        before.objects().forEach(this::begin);
        while (!open.isEmpty()) {
            open.remove().run();
        }
        while (takeAlong(before, after) | takeAlong(after, before)) {
            // Types may be made of types that are made of types.
        }
    }

    /** What is made of a replaced type goes with the old one, or comes with the new one. */
    private boolean takeAlong(Side side, Side other) {
        return replacedTypes.addAll(side.all(UserType.class)
                .map(UserType::id)
                .filter(id -> other.find(id) == null)
                .filter(id -> side.needs(id).stream().anyMatch(on -> replacedTypes.contains(on.object())))
                .toList());
    }

    /** Whether the object is dropped, for good or to be made anew. */
    boolean isGone(ObjectId id) {
        return after.find(id) == null || rebuilt.contains(id);
    }

    /** Whether the object is created, for the first time or anew. */
    boolean isNew(ObjectId id) {
        return before.find(id) == null || rebuilt.contains(id);
    }

    boolean isRebuilt(ObjectPart column) {
        return rebuiltColumns.contains(column);
    }

    /** Whether the default has to be taken off while the function it calls is made anew. */
    boolean isDetached(ObjectPart column) {
        return detachedDefaults.contains(column);
    }

    /** Types that are made anew while columns have them, and those made of them that come or go. */
    Set<ObjectId> replacedTypes() {
        return replacedTypes;
    }

    private void begin(SchemaObject old) {
        SchemaObject wanted = after.find(old.id());
        if (wanted == null) {
            open.add(() -> loosen(old.id()));
        } else if (old instanceof UserType type) {
            if (needsReplacement(type, (UserType) wanted)) {
                replace(type.id());
            }
        } else if (!old.equals(wanted)) {
            if (!InPlace.isPossible(old, wanted)) {
                rebuild(old.id());
            } else if (old instanceof Table table) {
                beginColumns(table, (Table) wanted);
            }
        }
    }

    private boolean needsReplacement(UserType old, UserType wanted) {
        return !InPlace.isAlike(old, wanted)
                && (!TypeSql.isChangeEnough(old, wanted)
                        || usesNewValues(old, wanted)
                        || old instanceof Domain from
                                && TypeSql.isStricter(from, (Domain) wanted)
                                && isWithinOthers(from.id()));
    }

    /** Whether values of a domain may lie within arrays or composite values, where the server does not look for them. */
    private boolean isWithinOthers(ObjectId domain) {
        for (ObjectPart part : before.dependents(ObjectPart.whole(domain))) {
            SchemaObject object = before.find(part.object());
            Column column = before.column(part);
            if (object instanceof Composite
                    || column != null && column.type().endsWith(TypeChange.ARRAY)
                    || object instanceof Domain other
                            && (other.type().endsWith(TypeChange.ARRAY) || isWithinOthers(other.id()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether values that are added to an enumeration are used at once, which the server refuses in one transaction. */
    private boolean usesNewValues(UserType old, UserType wanted) {
        return old instanceof Enumeration from
                && wanted instanceof Enumeration to
                && TypeSql.addedLiterals(from, to)
                        .anyMatch(literal -> after.objects().stream()
                                .anyMatch(object -> !object.equals(before.find(object.id()))
                                        && object.toString().contains(literal)));
    }

    private void beginColumns(Table old, Table wanted) {
        for (Column column : old.columns()) {
            ObjectPart part = ObjectPart.column(old.name(), column.name());
            Column changed = wanted.columns().find(column.name());
            if (changed == null) {
                open.add(() -> loosen(part));
            } else if (new ColumnChange(old.name(), column, changed).needsNewColumn()) {
                rebuildColumn(part);
            } else if (TypeChange.isNeeded(column, changed)) {
                if (old.isDividedBy(column.name())) {
                    throw new InstarException(
                            "The type of %s cannot change: it decides in which partition a row is.".formatted(part),
                            "Leave the table out, and move its rows to a new one in a revision that you write by hand.");
                }
                retype(part, !TypeChange.isComparable(column.type(), changed.type()));
            }
        }
    }

    private void rebuild(ObjectId id) {
        if (after.find(id) != null && rebuilt.add(id)) {
            open.add(() -> loosen(id));
        }
    }

    private void rebuildColumn(ObjectPart column) {
        if (rebuiltColumns.add(column)) {
            open.add(() -> loosen(column));
        }
    }

    private void replace(ObjectId type) {
        if (after.find(type) != null && replacedTypes.add(type)) {
            open.add(() -> before.dependents(ObjectPart.whole(type)).forEach(this::moveToNewType));
        }
    }

    private void retype(ObjectPart column, boolean leavesFamily) {
        if (retypedColumns.add(column)) {
            open.add(() -> before.dependents(column).forEach(dependent -> {
                clear(dependent, leavesFamily);
                releaseKey(dependent, column.column());
            }));
        }
    }

    /** Everything that holds on to an object that goes away has to let go. */
    private void loosen(ObjectId id) {
        SchemaObject object = Objects.requireNonNull(before.find(id));
        Parts.of(object).forEach(this::loosen);
    }

    private void loosen(ObjectPart part) {
        boolean comesBack = rebuilt.contains(part.object());
        for (ObjectPart dependent : before.dependents(part)) {
            Kind kind = dependent.object().kind();
            if (kind == Kind.TABLE) {
                loosenTable(dependent, comesBack);
            } else if (!kind.isType()) {
                rebuild(dependent.object());
            } else if (comesBack) {
                // Without what is gone for good the type is another one, which is seen to already.
                replace(dependent.object());
            }
        }
    }

    private void loosenTable(ObjectPart dependent, boolean comesBack) {
        if (!dependent.isWhole()) {
            loosenColumn(dependent);
        } else if (comesBack) {
            rebuild(dependent.object());
        }
    }

    private void loosenColumn(ObjectPart column) {
        Column old = before.column(column);
        Column wanted = after.column(column);
        if (old == null || wanted == null) {
            return;
        }
        if (old.generated() != null && wanted.generated() != null) {
            rebuildColumn(column);
        } else if (old.defaultValue() != null && old.defaultValue().equals(wanted.defaultValue())) {
            detachedDefaults.add(column);
        }
    }

    /** What reads a column whose type changes has to look away. */
    private void clear(ObjectPart dependent, boolean leavesFamily) {
        Kind kind = dependent.object().kind();
        boolean reads = READERS.contains(kind);
        if (reads || leavesFamily && before.find(dependent.object()) instanceof ForeignKey) {
            rebuild(dependent.object());
        } else if (kind == Kind.TABLE) {
            loosenColumn(dependent);
        }
    }

    /** The server makes a key anew that merely carries the column along, and not those that refer to it. */
    private void releaseKey(ObjectPart dependent, String column) {
        if (before.find(dependent.object()) instanceof Key key && key.include().contains(column)) {
            before.dependents(dependent).forEach(reference -> rebuild(reference.object()));
        }
    }

    private void moveToNewType(ObjectPart dependent) {
        Kind kind = dependent.object().kind();
        if (kind.isType()) {
            replace(dependent.object());
        } else if (kind != Kind.TABLE) {
            rebuild(dependent.object());
        } else {
            Column column = before.column(dependent);
            if (column != null && column.generated() != null) {
                rebuildColumn(dependent);
            } else {
                retype(dependent, true);
            }
        }
    }
}
