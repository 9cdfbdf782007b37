package dev.instar.run;

/** What somebody who has looked says about a step that is half done. */
public enum Decision {
    /** The statement that was interrupted has taken effect. */
    DONE("the interrupted statement has taken effect"),
    /** The statement that was interrupted has not taken effect, and is to be run again. */
    AGAIN("the interrupted statement will be run again"),
    /** Everything the step had done was undone by hand: it is as if it had never begun. */
    UNDONE("nothing of it is left, and it will begin anew");

    private final String meaning;

    Decision(String meaning) {
        this.meaning = meaning;
    }

    /** What that says about the step, as the end of a sentence. */
    public String meaning() {
        return meaning;
    }
}
