@NullMarked
package dev.instar.sample;

import org.jspecify.annotations.NullMarked;
