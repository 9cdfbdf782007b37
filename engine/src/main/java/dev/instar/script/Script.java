package dev.instar.script;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a revision does: the statements of a file, or the methods of a class. */
public sealed interface Script permits SqlScript, JavaScript, RememberedScript {

    /** What is remembered as the way back from a revision of which nothing was run: as SQL, it does nothing. */
    String SKIPPED = "-- skipped: for other environments";

    Revision revision();

    /**
     * Whether the revision is limited to other environments than this: it is recorded in either direction, and nothing
     * of it is run.
     */
    boolean isSkipped();

    /** The same, skipped or not as it was when it was applied, whatever this environment is called since. */
    Script asSkipped(boolean skipped);

    /** The environments the revision is limited to; none when it is for everywhere. */
    List<String> environments();

    /** Why there is no downgrade, or {@code null} when that is not said. */
    @Nullable
    String irreversible();

    /**
     * The text of the downgrade with its placeholders replaced, {@link #SKIPPED} for a revision of which nothing is
     * run, or {@code null} when there is no downgrade in SQL.
     */
    @Nullable
    String downgradeSql();

    /** What must be true before the upgrade. */
    List<Check> required();

    /** What must be true after the upgrade. */
    List<Check> ensured();

    /** Hands over the statements of one direction, in order, each before the next is read. A class has none. */
    void forEach(Direction direction, Consumer<ScriptStatement> consumer);

    /** The revision itself, if it is written in Java. */
    @Nullable
    JavaRevision java();
}
