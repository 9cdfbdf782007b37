/** Migrated databases for tests, and the contract that every service's revisions should keep. */
@NullMarked
package dev.instar.test;

import org.jspecify.annotations.NullMarked;
