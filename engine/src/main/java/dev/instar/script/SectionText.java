package dev.instar.script;

import dev.instar.sql.TextPosition;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The place of a section in its file; the text is read when it is asked for.
 *
 * @param directive the line that begins it
 * @param next the line that begins the section behind it, or {@code null} for the last
 */
record SectionText(
        Source source, TextPosition directive, @Nullable TextPosition next) {

    /** Everything behind the line that begins the section, up to the next one or the end of the file. */
    String read() {
        try (Reader reader = source.open()) {
            skip(reader, directive.offset());
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            String section =
                    next == null ? text.toString() : text.getBuffer().substring(0, next.offset() - directive.offset());
            int lineEnd = section.indexOf('\n');
            return lineEnd < 0 ? "" : section.substring(lineEnd + 1).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void skip(Reader reader, long characters) throws IOException {
        long left = characters;
        while (left > 0) {
            long skipped = reader.skip(left);
            if (skipped == 0) {
                return;
            }
            left -= skipped;
        }
    }
}
