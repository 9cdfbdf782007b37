/** The service whose start is measured. */
@NullMarked
package dev.instar.benchmarks.boot;

import org.jspecify.annotations.NullMarked;
