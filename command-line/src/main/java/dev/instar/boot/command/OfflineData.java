package dev.instar.boot.command;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes the data of a {@code COPY ... FROM STDIN} as {@code psql} reads it. */
final class OfflineData {

    private OfflineData() {}

    static void append(Reader data, StringBuilder text) {
        try {
            StringWriter lines = new StringWriter();
            data.transferTo(lines);
            text.append(lines);
            // The server wants all lines to end alike, the last one too, which some versions of psql send.
            String lineEnd = lines.getBuffer().indexOf("\r\n") < 0 ? "\n" : "\r\n";
            if (!lines.getBuffer().isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append(lineEnd);
            }
            text.append("\\.").append(lineEnd);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
