/** Counts what a tool says to the server. */
@NullMarked
package dev.instar.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
