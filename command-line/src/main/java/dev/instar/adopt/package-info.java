/** Finds out at which revision a database is that has a schema and no history. */
@NullMarked
package dev.instar.adopt;

import org.jspecify.annotations.NullMarked;
