package dev.instar.diff;

import dev.instar.schema.ObjectPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from a catalog to another. It holds both states of what it changes, so that it can be taken back. */
public sealed interface Change
        permits Create,
                Drop,
                RenameObject,
                RenameColumn,
                RenameValue,
                AddColumn,
                DropColumn,
                ChangeColumn,
                ChangeTable,
                ChangePartition,
                ChangeInheritance,
                ChangeComment,
                ChangeConstraint,
                ChangeTrigger,
                ChangeSequence,
                ChangeSequenceOwner,
                ChangeDomain,
                ChangeComposite,
                ChangeExtension,
                AddValues,
                ReplaceTypes,
                ReplaceDefinition {

    /** The change that leads back. */
    Change reverse();

    /** What is changed. */
    ObjectPart subject();

    /** What happens to it, in words: {@code add}, {@code change type to bigint}. */
    String action();

    /** The statements that do it, without a semicolon at the end. */
    List<String> sql();

    /** What must be true of the rows before. */
    default List<Requirement> requirements() {
        return List.of();
    }

    /** What is lost and cannot be had back by reversing, if anything is. */
    default @Nullable String loss() {
        return null;
    }

    /** Whether something is lost. */
    default boolean isDestructive() {
        return loss() != null;
    }
}
