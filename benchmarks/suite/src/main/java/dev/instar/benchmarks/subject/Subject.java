package dev.instar.benchmarks.subject;

/** A tool, driven the way its manual says. */
interface Subject {

    /** Applies everything that is pending. */
    void migrate(Destination destination) throws Exception;
}
