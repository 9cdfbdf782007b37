package dev.instar.sql;

/**
 * How a string literal treats what stands between its quotes.
 *
 * @param escapes whether a backslash takes the next character with it
 * @param doubling whether two quotes stand for one; in bit strings they do not
 */
record StringRules(boolean escapes, boolean doubling) {

    static final StringRules STANDARD = new StringRules(false, true);
    static final StringRules ESCAPING = new StringRules(true, true);
    static final StringRules BITS = new StringRules(false, false);
}
