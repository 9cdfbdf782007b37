package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectId;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What leads from one catalog to another.
 *
 * @param renames what was said about names, as the changes take it
 * @param changes in an order that runs, from first to last
 * @param candidates renames that nobody confirmed, and that would keep data which the changes lose
 */
public record Difference(
        Catalog before, Catalog after, List<Rename> renames, List<Change> changes, List<RenameCandidate> candidates) {

    /** Whether the two are the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether something is lost on the way. */
    public boolean isDestructive() {
        return changes.stream().anyMatch(Change::isDestructive);
    }

    /** What leads back. It is found anew, since the way back may need things moved aside that the way here does not. */
    public Difference reverse() {
        List<Rename> back =
                new ArrayList<>(renames.stream().map(Rename::reverse).toList());
        Collections.reverse(back);
        return SchemaDiff.between(after, before, back);
    }

    /** What must be true before the first change. */
    public List<Requirement> requirements() {
        Set<String> fresh = fresh();
        List<String> freshValues = freshValues();
        return changes.stream()
                .flatMap(change -> change.requirements().stream()
                        .filter(requirement -> freshValues.stream().noneMatch(requirement.query()::contains)
                                && requirement.about().stream()
                                        .allMatch(part -> !fresh.contains(part.column())
                                                && existsBefore(part)
                                                && (!isRule(change) || isReadAlike(part)))))
                .distinct()
                .toList();
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
        Stream<ObjectId> made = changes.stream()
                .filter(change -> change.action().equals("create"))
                .map(change -> change.subject().object());
        return Stream.concat(made, after.objects().keySet().stream().filter(id -> before.find(id) == null))
                .filter(id -> id.kind() == ObjectId.Kind.ROUTINE || id.kind().isType())
                .map(ObjectId::ownName)
                .collect(Collectors.toSet());
    }

    private static boolean isRule(Change change) {
        return change.subject().object().kind() == ObjectId.Kind.CONSTRAINT;
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
        return renames.stream()
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
