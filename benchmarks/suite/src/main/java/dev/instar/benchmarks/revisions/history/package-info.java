/** The history of a schema that many people changed for years, made up from counted proportions. */
@NullMarked
package dev.instar.benchmarks.revisions.history;

import org.jspecify.annotations.NullMarked;
