package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A change with everything that decides about its place among others. */
final class Task {

    final Change change;
    final Rank rank;

    /** What exists only afterwards. */
    final Set<ObjectPart> adds = new LinkedHashSet<>();

    /** What exists only before. */
    final Set<ObjectPart> drops = new LinkedHashSet<>();

    /** What nothing may hold on to while it changes. */
    final Set<ObjectPart> alters = new LinkedHashSet<>();

    /** What must exist, in its new form, before. */
    final Set<ObjectPart> needs = new LinkedHashSet<>();

    /** What is held on to before and not afterwards. */
    final Set<ObjectPart> releases = new LinkedHashSet<>();

    /** What must be gone before, though nothing here comes in its place. */
    final Set<ObjectPart> outlives = new LinkedHashSet<>();

    /** Names that no two objects can have at once. */
    final Set<QualifiedName> takes = new LinkedHashSet<>();

    final Set<QualifiedName> frees = new LinkedHashSet<>();

    Task(Change change, Rank rank) {
        this.change = change;
        this.rank = rank;
    }

    Task adds(Collection<ObjectPart> parts) {
        adds.addAll(parts);
        return this;
    }

    Task drops(Collection<ObjectPart> parts) {
        drops.addAll(parts);
        return this;
    }

    Task alters(Collection<ObjectPart> parts) {
        alters.addAll(parts);
        return this;
    }

    /** What the object holds on to before and after; what stays the same decides nothing. */
    Task moves(Set<ObjectPart> before, Set<ObjectPart> after) {
        before.stream().filter(part -> !after.contains(part)).forEach(releases::add);
        after.stream().filter(part -> !before.contains(part)).forEach(needs::add);
        return this;
    }

    Task outlives(Collection<ObjectPart> parts) {
        outlives.addAll(parts);
        return this;
    }

    Task takes(Collection<QualifiedName> names) {
        takes.addAll(names);
        return this;
    }

    Task frees(Collection<QualifiedName> names) {
        frees.addAll(names);
        return this;
    }
}
