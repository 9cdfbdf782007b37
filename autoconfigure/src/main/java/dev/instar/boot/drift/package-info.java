/** Watches, where that is switched on, whether a schema stays as the last run left it. */
@NullMarked
package dev.instar.boot.drift;

import org.jspecify.annotations.NullMarked;
