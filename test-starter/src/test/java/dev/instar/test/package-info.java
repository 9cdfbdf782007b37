@NullMarked
package dev.instar.test;

import org.jspecify.annotations.NullMarked;
