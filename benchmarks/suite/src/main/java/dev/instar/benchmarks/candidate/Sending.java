package dev.instar.benchmarks.candidate;

/**
 * One way, once, in milliseconds.
 *
 * @param client what the sending thread used of the processors
 * @param server what the server's process used of them
 */
record Sending(double millis, double client, double server) {}
