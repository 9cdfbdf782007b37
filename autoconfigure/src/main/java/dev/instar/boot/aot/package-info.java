/** What an application that is built ahead of time, as for a native image, takes along. */
@NullMarked
package dev.instar.boot.aot;

import org.jspecify.annotations.NullMarked;
