package dev.instar.run;

/** What somebody who has looked says about a step that is half done. */
public enum Decision {
    /** The statement that was interrupted has taken effect. */
    DONE,
    /** The statement that was interrupted has not taken effect, and is to be run again. */
    AGAIN,
    /** Everything the step had done was undone by hand: it is as if it had never begun. */
    UNDONE
}
