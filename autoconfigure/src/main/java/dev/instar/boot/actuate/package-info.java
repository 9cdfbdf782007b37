/** The endpoint that shows the revisions of every database. */
@NullMarked
package dev.instar.boot.actuate;

import org.jspecify.annotations.NullMarked;
