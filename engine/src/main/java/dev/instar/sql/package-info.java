/** Reads PostgreSQL scripts: tokens, statements with their places, what kind of statement each is, and their digest. */
@NullMarked
package dev.instar.sql;

import org.jspecify.annotations.NullMarked;
