package dev.instar.sql;

/** Finds where quoted things and comments end. Every method returns the index behind the end. */
final class QuoteScanner {

    private final TextWindow text;

    QuoteScanner(TextWindow text) {
        this.text = text;
    }

    int behindString(int start, int quote, StringRules rules) {
        int index = quote + 1;
        while (true) {
            index = text.behind(index, CharacterSet.NOT_QUOTE);
            int character = text.at(index);
            if (character == '\'') {
                if (!rules.doubling() || text.at(index + 1) != '\'') {
                    return index + 1;
                }
                index++;
            } else if (character == '\\' && rules.escapes()) {
                index++;
            } else if (character == TextWindow.END) {
                throw unterminated("string", start, "Close it with ', and write each ' inside it twice.");
            }
            index++;
        }
    }

    int behindQuotedName(int start, int quote) {
        int index = quote + 1;
        while (true) {
            index = text.behind(index, CharacterSet.NOT_DOUBLE_QUOTE);
            int character = text.at(index);
            if (character == '"') {
                if (text.at(index + 1) != '"') {
                    return index + 1;
                }
                index++;
            } else if (character == TextWindow.END) {
                throw unterminated("quoted identifier", start, "Close it with \", and write each \" inside it twice.");
            }
            index++;
        }
    }

    /** The length of the dollar quote that opens here, or 0 when none does. */
    int lengthOfDollarQuote(int start) {
        int index = start + 1;
        if (CharacterClass.of(text.at(index)) == CharacterClass.LETTER) {
            do {
                index++;
            } while (CharacterClass.isWordPart(text.at(index)));
        }
        return text.at(index) == '$' ? index + 1 - start : 0;
    }

    int behindDollarString(int start, int lengthOfQuote) {
        int index = start + lengthOfQuote;
        while (true) {
            index = text.behind(index, CharacterSet.NOT_DOLLAR);
            int character = text.at(index);
            if (character == '$' && repeats(start, index, lengthOfQuote)) {
                return index + lengthOfQuote;
            }
            if (character == TextWindow.END) {
                String quote = text.text(start, start + lengthOfQuote);
                throw unterminated(
                        "text in dollar quotes", start, "Close it with " + quote + ", in the same spelling.");
            }
            index++;
        }
    }

    private boolean repeats(int start, int index, int length) {
        for (int i = 1; i < length; i++) {
            if (text.at(index + i) != text.at(start + i)) {
                return false;
            }
        }
        return true;
    }

    int behindBlockComment(int start) {
        int depth = 1;
        int index = start + 2;
        while (depth > 0) {
            index = text.behind(index, CharacterSet.NOT_COMMENT_MARK);
            int character = text.at(index);
            if (character == '*' && text.at(index + 1) == '/') {
                depth--;
                index++;
            } else if (character == '/' && text.at(index + 1) == '*') {
                depth++;
                index++;
            } else if (character == TextWindow.END) {
                throw unterminated("block comment", start, "Close it with */, once for each /* inside it too.");
            }
            index++;
        }
        return index;
    }

    int behindLineComment(int start) {
        return text.behind(start, CharacterSet.NOT_LINE_END);
    }

    private SqlSyntaxException unterminated(String what, int start, String remedy) {
        return new SqlSyntaxException(
                "The " + what + " that begins here is never closed.", text.position(start), remedy);
    }
}
