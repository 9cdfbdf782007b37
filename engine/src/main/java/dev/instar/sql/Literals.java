package dev.instar.sql;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Hides what a statement says to the server and not to its reader: strings of every kind, and comments. */
public final class Literals {

    private static final Set<TokenType> LITERALS = EnumSet.of(
            TokenType.STRING,
            TokenType.STRING_CONTINUATION,
            TokenType.DOLLAR_STRING,
            TokenType.LINE_COMMENT,
            TokenType.BLOCK_COMMENT);

    private static final String HIDDEN = "'***'";
    private static final Pattern SECRETIVE = Pattern.compile("\\bpassword\\b", Pattern.CASE_INSENSITIVE);

    private Literals() {}

    /** Whether one of the strings in the text may be a password. */
    public static boolean maySayPassword(String text) {
        return SECRETIVE.matcher(text).find();
    }

    /** The text, with no string in it when one of them may be a password. */
    public static String withoutSecrets(String text) {
        return maySayPassword(text) ? hidden(text) : text;
    }

    /**
     * The text with {@code '***'} in place of each string, dollar-quoted ones included, and of each comment. Its lines
     * keep their numbers. Where it depends on the server's settings how far a string reaches, the longer one is hidden.
     */
    public static String hidden(String text) {
        BitSet hidden = new BitSet();
        mark(text, true, hidden);
        mark(text, false, hidden);
        StringBuilder shown = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            int from = hidden.nextSetBit(index);
            if (from < 0) {
                return shown.append(text, index, text.length()).toString();
            }
            int behind = hidden.nextClearBit(from);
            shown.append(text, index, from).append(HIDDEN);
            shown.append(text.substring(from, behind).replaceAll("[^\\r\\n]", ""));
            index = behind;
        }
        return shown.toString();
    }

    private static void mark(String text, boolean standardStrings, BitSet hidden) {
        Lexer lexer = new Lexer(new TextWindow(text.toCharArray(), text.length()), 0);
        lexer.standardStrings(standardStrings);
        try {
            for (TokenType type = lexer.next(); type != TokenType.END; type = lexer.next()) {
                if (LITERALS.contains(type)) {
                    hidden.set(lexer.start(), lexer.end());
                }
            }
        } catch (SqlSyntaxException unterminated) {
            hidden.set(lexer.start(), text.length());
        }
    }
}
