@NullMarked
package dev.instar.sample.database;

import org.jspecify.annotations.NullMarked;
