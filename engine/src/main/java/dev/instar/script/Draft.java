package dev.instar.script;

import dev.instar.revision.Checksum;
import dev.instar.revision.Origin;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says, before it is known what the others say.
 *
 * @param declared where the file declares its revision
 * @param isSkipped whether the file is for other environments
 * @param doesNothing whether the upgrade has no statements, so that there is nothing to undo
 * @param downgrade where the downgrade stands, or {@code null} when there is none
 * @param upgrade the statements of the upgrade, as long as there is room for them; they are few, or not kept
 */
record Draft(
        Source source,
        Header header,
        Origin declared,
        Checksum checksum,
        Filling filling,
        boolean isSkipped,
        List<Check> required,
        List<Check> ensured,
        boolean doesNothing,
        @Nullable SectionText downgrade,
        SoftReference<@Nullable List<ScriptStatement>> upgrade) {

    FileName fileName() {
        return FileName.parse(source.fileName());
    }

    /**
     * The number of a plainly numbered file. A timestamp at the beginning of a name is none: it is not the id, and the
     * header says so.
     */
    @Nullable
    Long number() {
        String number = fileName().number();
        boolean plain =
                number != null && (header.id() == null || header.id().value().equals(number));
        return plain ? Long.valueOf(number) : null;
    }

    /** Whether there is a way back. */
    boolean isReversible() {
        return downgrade != null || isSkipped || isUndoneByDoingNothing();
    }

    /** The same, whose statements are read anew: of what is skipped nobody has asked for the values of placeholders. */
    Draft withSkipped(boolean skipped) {
        return new Draft(
                source,
                header,
                declared,
                checksum,
                filling,
                skipped,
                required,
                ensured,
                doesNothing,
                downgrade,
                new SoftReference<>(null));
    }

    @Nullable
    String downgradeSql() {
        if (isSkipped) {
            return Script.SKIPPED;
        }
        if (downgrade != null) {
            return filling.filled(downgrade.read());
        }
        return isUndoneByDoingNothing() ? "" : null;
    }

    /** As most merges are. */
    private boolean isUndoneByDoingNothing() {
        return doesNothing && header.irreversible() == null;
    }
}
