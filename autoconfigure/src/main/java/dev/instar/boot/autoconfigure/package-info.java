/** Wires the engine into a Spring Boot application, before everything that needs the schema. */
@NullMarked
package dev.instar.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
