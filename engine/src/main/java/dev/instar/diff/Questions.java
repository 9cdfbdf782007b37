package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked about the rows before the first change, when things have the names and the form of before. */
final class Questions {

    private final Difference difference;
    private final Catalog before;
    private final Catalog after;
    private final Set<String> fresh;
    private final List<String> freshValues;

    Questions(Difference difference) {
        this.difference = difference;
        this.before = difference.before();
        this.after = difference.after();
        this.fresh = fresh();
        this.freshValues = freshValues();
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

    /** Values of enumerations that a query cannot name yet. */
    private List<String> freshValues() {
        return after.all(Enumeration.class)
                .flatMap(wanted -> before.find(wanted.id()) instanceof Enumeration old
                        ? TypeSql.addedLiterals(old, wanted)
                        : Stream.empty())
                .toList();
    }

    /** Names of functions and types that a query cannot use yet. */
    private Set<String> fresh() {
        Stream<ObjectId> made = difference.changes().stream()
                .filter(change -> change.action().equals("create"))
                .map(change -> change.subject().object());
        return Stream.concat(made, after.objects().keySet().stream().filter(id -> before.find(id) == null))
                .filter(id -> id.kind() == ObjectId.Kind.ROUTINE || id.kind().isType())
                .map(ObjectId::ownName)
                .collect(Collectors.toSet());
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
        return difference.renames().stream()
                .map(rename -> rename.reverse().from())
                .anyMatch(to -> to.equals(part) || to.equals(ObjectPart.whole(part.object())));
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
