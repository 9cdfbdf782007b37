package dev.instar.script;

import dev.instar.sql.TextPosition;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Reads the text of a file's last section. */
final class SectionText {

    private SectionText() {}

    /** Everything behind the line that begins the section. */
    static String read(Source source, TextPosition directive) {
        try (Reader reader = source.open()) {
            StringWriter text = new StringWriter();
            reader.skip(directive.offset());
            reader.transferTo(text);
            String section = text.toString();
            int lineEnd = section.indexOf('\n');
            return lineEnd < 0 ? "" : section.substring(lineEnd + 1).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
