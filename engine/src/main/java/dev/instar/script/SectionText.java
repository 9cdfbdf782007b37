package dev.instar.script;

import dev.instar.sql.TextPosition;
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
        String section = source.text(directive.offset(), next == null ? Long.MAX_VALUE : next.offset());
        String[] lineAndRest = section.split("[\r\n]", 2);
        return lineAndRest.length < 2 ? "" : lineAndRest[1].strip();
    }
}
