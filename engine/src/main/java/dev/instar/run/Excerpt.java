package dev.instar.run;

import dev.instar.database.SqlError;
import dev.instar.sql.Literals;
import java.util.regex.Pattern;

/** The part of a statement that a reader needs to see to find what is wrong with it. */
final class Excerpt {

    private static final int LINES_AROUND = 3;
    private static final int WIDEST = 160;
    private static final String LEFT_OUT =
            "what the server said is left out, because the statement contains a password";
    private static final Pattern SECRETIVE = Pattern.compile("\\bpassword\\b", Pattern.CASE_INSENSITIVE);

    private Excerpt() {}

    /**
     * Shows the lines of the text around one of them, numbered as in their file.
     *
     * @param firstLine the number of the text's first line
     * @param marked the number of the line to show
     * @param column the column to point at, or zero for none
     */
    static String of(String text, int firstLine, int marked, int column) {
        boolean secretive = isSecretive(text);
        String[] lines = withoutSecrets(text).split("\r\n|\r|\n", -1);
        StringBuilder excerpt = new StringBuilder();
        int from = Math.max(0, marked - firstLine - LINES_AROUND);
        int to = Math.min(lines.length - 1, marked - firstLine + LINES_AROUND);
        for (int index = from; index <= to; index++) {
            int number = firstLine + index;
            excerpt.append("%5d | %s\n".formatted(number, cut(lines[index])));
            if (number == marked && column > 0 && column <= WIDEST && !secretive) {
                excerpt.append(" ".repeat(7 + column)).append("^\n");
            }
        }
        return excerpt.toString().stripTrailing();
    }

    /** The text, with no string in it when one of them may be a password. */
    static String withoutSecrets(String text) {
        return isSecretive(text) ? Literals.hidden(text) : text;
    }

    /** What the server said about the text, but none of its words when they may repeat a password. */
    static SqlError withoutSecrets(SqlError error, String text) {
        return isSecretive(text) ? new SqlError(error.sqlState(), LEFT_OUT, null, null, null, error.position()) : error;
    }

    private static boolean isSecretive(String text) {
        return SECRETIVE.matcher(text).find();
    }

    private static String cut(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + "...";
    }
}
