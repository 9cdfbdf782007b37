package dev.instar.boot;

/** What a service that starts does about its schema. */
public enum Mode {
    /** Apply everything that is pending. */
    MIGRATE,
    /** Refuse to start while anything is pending. */
    VERIFY,
    /** Wait until another process has applied everything. */
    WAIT,
    /** Apply everything that is pending and end, with an exit code and without a web server. */
    MIGRATE_ONLY,
    /** Nothing; the schema is somebody else's business. */
    OFF
}
