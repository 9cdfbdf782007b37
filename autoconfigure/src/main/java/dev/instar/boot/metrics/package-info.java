/** Runs and revisions as observations, and where each database stands as gauges. */
@NullMarked
package dev.instar.boot.metrics;

import org.jspecify.annotations.NullMarked;
