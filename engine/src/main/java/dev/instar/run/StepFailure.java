package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.revision.Origin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a step failed, and where. */
sealed interface StepFailure permits StatementFailure, CheckFailure, JavaFailure {

    /** The line to look at. */
    Origin place();

    /** What went wrong without any SQL: fit for an endpoint. */
    String reason();

    /** Everything that is known about it, for the one who can mend it. */
    String detail();

    Throwable cause();

    /** What that means for the run. */
    default FailureKind kind() {
        return FailureKind.REFUSED;
    }

    /** The statement that was refused, or {@code null} when it was something else. */
    default @Nullable CurrentStatement statement() {
        return null;
    }

    /** How long it took to fail. */
    default Duration took() {
        return Duration.ZERO;
    }

    /** What it had to wait for. */
    default Blockage blockage() {
        return Blockage.NONE;
    }
}
