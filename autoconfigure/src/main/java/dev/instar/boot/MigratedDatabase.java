package dev.instar.boot;

import dev.instar.Instar;

/**
 * A database whose schema this service looks after.
 *
 * @param name what endpoint, health and metrics call it
 * @param mode what is done about it at the start
 * @param snapshot how it stands, for everyone who asks often
 */
public record MigratedDatabase(String name, Mode mode, Instar instar, StatusSnapshot snapshot) {}
