package dev.instar.database;

import dev.instar.jdbc.Session;

/** A statement that may simply be run again: once more changes nothing. */
final class Repeatable implements LoneStatement {

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        return Finding.doneIf(moment == Moment.AFTER_SUCCESS);
    }
}
