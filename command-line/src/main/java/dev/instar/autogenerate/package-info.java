/** Finds out how a database differs from the schema that somebody wants, and what to do about it. */
@NullMarked
package dev.instar.autogenerate;

import org.jspecify.annotations.NullMarked;
