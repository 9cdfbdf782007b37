/** Remembers what a schema looked like, and finds what has changed in it since. */
@NullMarked
package dev.instar.drift;

import org.jspecify.annotations.NullMarked;
