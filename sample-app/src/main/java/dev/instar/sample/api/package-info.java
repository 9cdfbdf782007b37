/** Read-only calls that show what the revisions have put into the database. */
@NullMarked
package dev.instar.sample.api;

import org.jspecify.annotations.NullMarked;
