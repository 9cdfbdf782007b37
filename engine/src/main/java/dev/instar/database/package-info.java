/** What differs between database products: one small class for each. */
@NullMarked
package dev.instar.database;

import org.jspecify.annotations.NullMarked;
