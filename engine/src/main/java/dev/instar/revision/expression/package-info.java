/**
 * The language in which a user says where a database shall go: {@code head}, {@code accounts@-1}, {@code 7c1f+2},
 * {@code base:heads}. Words only; what they mean depends on a graph and on what is applied.
 */
@NullMarked
package dev.instar.revision.expression;

import org.jspecify.annotations.NullMarked;
