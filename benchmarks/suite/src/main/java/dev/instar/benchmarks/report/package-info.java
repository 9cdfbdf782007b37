/** From measurements to tables and charts. */
@NullMarked
package dev.instar.benchmarks.report;

import org.jspecify.annotations.NullMarked;
