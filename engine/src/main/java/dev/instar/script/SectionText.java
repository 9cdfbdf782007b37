package dev.instar.script;

import dev.instar.sql.TextPosition;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads the text of one section of a file. */
final class SectionText {

    private SectionText() {}

    /** Everything behind the line that begins the section, up to the next one or the end of the file. */
    static String read(Source source, TextPosition directive, @Nullable TextPosition next) {
        try (Reader reader = source.open()) {
            StringWriter text = new StringWriter();
            skip(reader, directive.offset());
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
