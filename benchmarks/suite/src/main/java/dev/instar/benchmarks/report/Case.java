package dev.instar.benchmarks.report;

/**
 * What is to be measured.
 *
 * @param scenario what is to be done
 * @param size how many revisions there are, or how large the one is
 */
public record Case(String scenario, int size, String tool, int round) {}
