/** The ground of the Spring rooms: a database that Instar looks after, how it stands, and what is said when a start fails. */
@NullMarked
package dev.instar.boot;

import org.jspecify.annotations.NullMarked;
