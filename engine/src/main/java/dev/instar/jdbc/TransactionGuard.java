package dev.instar.jdbc;

/** Has a say at both ends of every transaction of a session. What it throws rolls the transaction back. */
public interface TransactionGuard {

    /** A transaction has begun, and nothing was done in it. */
    default void begun() {}

    /** The work is done, and the transaction is about to be committed. */
    default void ending() {}
}
