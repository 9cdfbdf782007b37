package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step from a catalog to another, with the step that leads back. */
public final class Change {

    private final ObjectPart subject;
    private final String action;
    private final List<String> sql;
    private final List<Requirement> requirements;
    private final @Nullable String loss;
    private final Supplier<Change> reverse;

    Change(ObjectPart subject, String action, List<String> sql, Supplier<Change> reverse) {
        this(subject, action, sql, List.of(), null, reverse);
    }

    Change(
            ObjectPart subject,
            String action,
            List<String> sql,
            List<Requirement> requirements,
            @Nullable String loss,
            Supplier<Change> reverse) {
        this.subject = subject;
        this.action = action;
        this.sql = List.copyOf(sql);
        this.requirements = requirements;
        this.loss = loss;
        this.reverse = reverse;
    }

    /** The change that leads back. */
    public Change reverse() {
        return reverse.get();
    }

    /** What is changed. */
    public ObjectPart subject() {
        return subject;
    }

    /** What happens to it, in words: {@code add}, {@code change type to bigint}. */
    public String action() {
        return action;
    }

    /** The statements that do it, without a semicolon at the end. */
    public List<String> sql() {
        return sql;
    }

    /** What must be true of the rows before. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** What is lost and cannot be had back by reversing, if anything is. */
    public @Nullable String loss() {
        return loss;
    }

    /** Whether something is lost. */
    public boolean isDestructive() {
        return loss != null;
    }
}
