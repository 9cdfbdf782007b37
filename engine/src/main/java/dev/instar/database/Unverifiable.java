package dev.instar.database;

import dev.instar.jdbc.Session;

/** A statement whose effect only its author can recognise. */
final class Unverifiable implements LoneStatement {

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        return switch (moment) {
            case BEFORE, AFTER_FAILURE -> Finding.TO_RUN;
            case AFTER_SUCCESS -> Finding.DONE;
            case AFTER_CRASH ->
                new Finding(Verdict.UNDECIDED, "Nothing in the catalog tells whether it has taken effect.");
        };
    }
}
