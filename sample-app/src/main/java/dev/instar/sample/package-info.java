/** A small Spring service whose schema is kept by Instar. */
@NullMarked
package dev.instar.sample;

import org.jspecify.annotations.NullMarked;
