package dev.instar.plan;

/** What a target is wanted for: the same words mean different places to different commands. */
enum Purpose {
    UPGRADE("an upgrade", false),
    DOWNGRADE("a downgrade", false),
    STAMP("a stamp", false),
    SHOW("showing a revision", true),
    HISTORY("a range of the history", true),
    PARENT("the parent of a new revision", false),
    MERGE("a merge", false),

    /** The start of a range when no database says what is applied. */
    START("the start of an offline range", false);

    private final String words;
    private final boolean currentAllowed;

    Purpose(String words, boolean currentAllowed) {
        this.words = words;
        this.currentAllowed = currentAllowed;
    }

    /** Whether {@code current} is a useful answer, and not merely where the command starts anyway. */
    boolean isCurrentAllowed() {
        return currentAllowed;
    }

    /** Whether bare steps are counted from what is applied; elsewhere, as in Alembic, from the heads. */
    boolean countsFromCurrent() {
        return this == UPGRADE || this == DOWNGRADE || this == HISTORY;
    }

    boolean takesSeveral() {
        return this != DOWNGRADE && this != PARENT;
    }

    /** Whether a dependency makes a head uninteresting; a new revision may well continue it. */
    boolean meansRealHeads() {
        return this != PARENT && this != MERGE;
    }

    @Override
    public String toString() {
        return words;
    }
}
