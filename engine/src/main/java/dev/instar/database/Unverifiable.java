package dev.instar.database;

import dev.instar.jdbc.Session;

/** A statement whose effect only its author can recognise. */
final class Unverifiable implements LoneStatement {

    @Override
    public Finding look(Session session, Moment moment, String memo) {
        if (moment == Moment.AFTER_FAILURE) {
            return new Finding(
                    Verdict.UNDECIDED, "The statement ran outside a transaction: what it had done by then stays.");
        }
        return Finding.unlessCrashed(
                moment,
                () -> new Finding(Verdict.UNDECIDED, "Nothing in the catalog tells whether it has taken effect."));
    }
}
