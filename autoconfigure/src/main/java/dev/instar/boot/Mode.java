package dev.instar.boot;

/** What a service that starts does about its schema. */
public enum Mode {
    /** Apply everything that is pending. */
    MIGRATE,
    /** Refuse to start while anything is pending. */
    VERIFY,
    /** Nothing; the schema is somebody else's business. */
    OFF
}
