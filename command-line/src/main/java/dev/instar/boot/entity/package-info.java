/** The schema that the application's own entities want. */
@NullMarked
package dev.instar.boot.entity;

import org.jspecify.annotations.NullMarked;
