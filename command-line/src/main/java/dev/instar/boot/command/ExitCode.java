package dev.instar.boot.command;

import dev.instar.PendingRevisionsException;
import dev.instar.lock.LockUnavailableException;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.InvalidTargetException;

/** What a command tells the one who called it. */
enum ExitCode {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2),
    NOT_UP_TO_DATE(3),
    LOCKED(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(InstarException failure) {
        if (failure instanceof InvalidTargetException || failure instanceof WrongUsageException) {
            return WRONG_USAGE;
        }
        if (failure instanceof LockUnavailableException) {
            return LOCKED;
        }
        return failure instanceof PendingRevisionsException || failure instanceof BehindException
                ? NOT_UP_TO_DATE
                : FAILED;
    }
}
