/** What runs inside a measured process: one tool, driven as its manual says. */
@NullMarked
package dev.instar.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
