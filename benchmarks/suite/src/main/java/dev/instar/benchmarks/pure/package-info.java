/** JMH for the rooms that know no database. */
@NullMarked
package dev.instar.benchmarks.pure;

import org.jspecify.annotations.NullMarked;
