/** The same revisions in the language of every tool. */
@NullMarked
package dev.instar.benchmarks.revisions;

import org.jspecify.annotations.NullMarked;
