package dev.instar.run;

/** What made a run happen. */
public enum Trigger {
    STARTUP,
    COMMAND,
    ENDPOINT
}
