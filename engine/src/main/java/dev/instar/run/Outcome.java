package dev.instar.run;

/** How a run or a step ended. */
public enum Outcome {
    SUCCESS,
    FAILURE,
    /** It was asked to stop before it was through, and did. */
    STOPPED
}
