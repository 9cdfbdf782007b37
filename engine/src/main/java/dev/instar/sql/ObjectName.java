package dev.instar.sql;

/**
 * A name as a statement writes it, qualified or not.
 *
 * @param text with its quotes and its qualifier: the server reads it as the statement would
 * @param lastPart the same without its qualifier
 * @param start where it begins in the text of the statement, counted in Java's characters from 0
 * @param end where it ends
 */
public record ObjectName(String text, String lastPart, int start, int end) {

    public boolean isQualified() {
        return text.length() > lastPart.length();
    }

    /** Its last part as the server keeps it: without quotes, or in small letters. */
    public String kept() {
        return kept(lastPart);
    }

    static String kept(String written) {
        int last = written.length() - 1;
        return written.charAt(last) == '"'
                ? written.substring(written.indexOf('"') + 1, last).replace("\"\"", "\"")
                : Words.folded(written.toCharArray(), 0, written.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
