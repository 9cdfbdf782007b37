/** Executes a plan: a transaction for each revision, with its row in the history and its line in the journal. */
@NullMarked
package dev.instar.run;

import org.jspecify.annotations.NullMarked;
