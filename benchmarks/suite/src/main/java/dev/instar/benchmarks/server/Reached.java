package dev.instar.benchmarks.server;

/**
 * How long a process took to say what was waited for.
 *
 * @param line the whole line it said
 */
public record Reached(double millis, String line) {}
