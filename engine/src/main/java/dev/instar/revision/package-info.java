/** The vocabulary every other room speaks: ids, revisions, the graph they form, and the problems it can have. */
@NullMarked
package dev.instar.revision;

import org.jspecify.annotations.NullMarked;
