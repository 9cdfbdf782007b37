package dev.instar.revision;

/** Which way a step moves the schema. */
public enum Direction {
    UPGRADE,
    DOWNGRADE
}
