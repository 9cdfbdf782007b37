@NullMarked
package dev.instar.test.slice;

import org.jspecify.annotations.NullMarked;
