/** Runs the scenarios and writes the report. */
@NullMarked
package dev.instar.benchmarks;

import org.jspecify.annotations.NullMarked;
