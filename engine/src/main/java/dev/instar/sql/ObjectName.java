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

    @Override
    public String toString() {
        return text;
    }
}
