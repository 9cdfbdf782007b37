/** The two tables: which revisions are applied now, and what runs did to get there. */
@NullMarked
package dev.instar.history;

import org.jspecify.annotations.NullMarked;
