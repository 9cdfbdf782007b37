package dev.instar.script;

import org.jspecify.annotations.Nullable;

/** What a message may be: one line of every listing. */
final class MessageRule {

    static final String REMEDY = "Say in a few words what the revision does; the rest goes into a comment.";

    private static final int LONGEST = 200;

    private MessageRule() {}

    /** Says why the text cannot be a message, or returns {@code null} when it can. */
    static @Nullable String problemWith(String message) {
        if (message.codePointCount(0, message.length()) > LONGEST) {
            return "The message of the revision is longer than %d characters".formatted(LONGEST);
        }
        return ControlCharacters.in(message) ? "The message of the revision contains a control character" : null;
    }
}
