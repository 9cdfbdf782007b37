package dev.instar.run;

/** How a run or a step ended. */
public enum Outcome {
    SUCCESS,
    FAILURE
}
