package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What can be asked about the rows before the first change, when things have the names and the form of before. */
final class Questions {

    private final Difference difference;
    private final Catalog before;
    private final Catalog after;

    /** Names of functions and types that a query cannot use yet. */
    private final Set<String> fresh = new HashSet<>();

    /** Values of enumerations that it cannot name yet. */
    private final List<String> freshValues = new ArrayList<>();

    Questions(Difference difference) {
        this.difference = difference;
        this.before = difference.before();
        this.after = difference.after();
        for (Change change : difference.changes()) {
            if (change.action().equals("create")) {
                addFresh(change.subject().object());
            }
        }
        for (SchemaObject wanted : after.objects().values()) {
            SchemaObject old = before.find(wanted.id());
            if (old == null) {
                addFresh(wanted.id());
            } else if (old instanceof Enumeration from && wanted instanceof Enumeration to) {
                TypeSql.addedLiterals(from, to).forEach(freshValues::add);
            }
        }
    }

    private void addFresh(ObjectId id) {
        if (id.kind() == ObjectId.Kind.ROUTINE || id.kind().isType()) {
            fresh.add(id.ownName());
        }
    }

    List<Requirement> list() {
        Set<Requirement> questions = new LinkedHashSet<>();
        for (Change change : difference.changes()) {
            boolean isRule = change.subject().object().kind() == ObjectId.Kind.CONSTRAINT;
            for (Requirement requirement : change.requirements()) {
                if (freshValues.stream().noneMatch(requirement.query()::contains)
                        && requirement.about().stream()
                                .allMatch(part -> isKnown(part) && (!isRule || isReadAlike(part)))) {
                    questions.add(requirement);
                }
            }
        }
        return List.copyOf(questions);
    }

    private boolean isKnown(ObjectPart part) {
        return !fresh.contains(part.column()) && existsBefore(part);
    }

    /** A condition is written for the column as it will be, and may mean nothing for the column as it is. */
    private boolean isReadAlike(ObjectPart part) {
        Column old = before.column(part);
        Column wanted = after.column(part);
        return old == null
                || wanted == null
                || Objects.equals(old.generated(), wanted.generated())
                        && (old.type().equals(wanted.type())
                                || !old.type().startsWith("json")
                                        && !old.type().endsWith(TypeChange.ARRAY)
                                        && TypeChange.isWithinFamily(old.type(), wanted.type()));
    }

    /** What has this name before may be something else, which makes way. */
    private boolean isRenamed(ObjectPart part) {
        for (Rename rename : difference.renames()) {
            ObjectPart to = rename.reverse().from();
            if (to.equals(part) || to.equals(ObjectPart.whole(part.object()))) {
                return true;
            }
        }
        return false;
    }

    /** A word that is no column of the wanted table either is a function or a type. */
    private boolean existsBefore(ObjectPart part) {
        return !isRenamed(part)
                && before.find(part.object()) instanceof Table old
                && after.find(part.object()) instanceof Table wanted
                && (part.isWhole()
                        || wanted.columns().find(part.column()) == null
                        || old.columns().find(part.column()) != null);
    }
}
