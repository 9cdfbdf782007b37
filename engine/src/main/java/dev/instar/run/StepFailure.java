package dev.instar.run;

import dev.instar.revision.Origin;

/** Why a step failed, and where. */
sealed interface StepFailure permits StatementFailure, CheckFailure, JavaFailure {

    /** The line to look at. */
    Origin place();

    /** What went wrong without any SQL: fit for an endpoint. */
    String reason();

    /** Everything that is known about it, for the one who can mend it. */
    String detail();

    Throwable cause();
}
