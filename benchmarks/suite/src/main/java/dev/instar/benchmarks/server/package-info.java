/** The database and the processes. */
@NullMarked
package dev.instar.benchmarks.server;

import org.jspecify.annotations.NullMarked;
