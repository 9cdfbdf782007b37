/**
 * Two catalogs to the changes that lead from one to the other, in an order that runs. Pure: no database, no files, no
 * clock, no log.
 */
@NullMarked
package dev.instar.diff;

import org.jspecify.annotations.NullMarked;
