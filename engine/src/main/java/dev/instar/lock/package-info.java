/** One migrator at a time. */
@NullMarked
package dev.instar.lock;

import org.jspecify.annotations.NullMarked;
