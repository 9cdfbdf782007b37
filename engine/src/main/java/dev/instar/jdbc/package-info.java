/** The only room that opens statements: one connection, and everything that is sent over it. */
@NullMarked
package dev.instar.jdbc;

import org.jspecify.annotations.NullMarked;
