/** Ways to send a revision that the engine does not use yet. */
@NullMarked
package dev.instar.benchmarks.candidate;

import org.jspecify.annotations.NullMarked;
