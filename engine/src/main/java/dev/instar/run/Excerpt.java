package dev.instar.run;

import dev.instar.sql.Literals;

/** The part of a statement that a reader needs to see to find what is wrong with it. */
final class Excerpt {

    private static final int LINES_AROUND = 3;
    private static final int WIDEST = 160;

    private Excerpt() {}

    /**
     * Shows the lines of the text around one of them, numbered as in their file.
     *
     * @param firstLine the number of the text's first line
     * @param marked the number of the line to show
     * @param column the column to point at, or zero for none
     */
    static String of(String text, int firstLine, int marked, int column) {
        boolean secretive = Literals.maySayPassword(text);
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
        return Literals.withoutSecrets(text);
    }

    private static String cut(String line) {
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST) + "...";
    }
}
