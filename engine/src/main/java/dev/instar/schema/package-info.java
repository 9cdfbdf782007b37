/**
 * What a database looks like, as values: every table, type, view and function that a catalog holds. Pure: no database,
 * no files, no clock, no log.
 *
 * <p>Owners, privileges, the contents of tables and the positions of sequences are not part of it.
 */
@NullMarked
package dev.instar.schema;

import org.jspecify.annotations.NullMarked;
