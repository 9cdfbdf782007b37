package dev.instar.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines below a {@code COPY ... FROM STDIN}, up to the one that says {@code \.}, or to the end of the script. */
final class CopyData extends Reader {

    /** The window grows with what is read at once. */
    private static final int MOST_AT_ONCE = 8192;

    private final TextWindow text;
    private final @Nullable TokenDigest digest;
    private final Set<String> unmistakable;
    private @Nullable Directive swallowed;
    private int index;
    private boolean lineStart = true;
    private boolean finished;
    private boolean stale;

    /**
     * The data from there on.
     *
     * @param unmistakable names of directives that cannot be data where nothing else ends it
     */
    CopyData(TextWindow text, int from, @Nullable TokenDigest digest, Set<String> unmistakable) {
        this.text = text;
        this.index = from;
        this.digest = digest;
        this.unmistakable = unmistakable;
    }

    /** For a COPY that ends without a semicolon, and has no lines below it. */
    static CopyData none(TextWindow text, int at, @Nullable TokenDigest digest) {
        CopyData none = new CopyData(text, at, digest, Set.of());
        none.finish(at);
        return none;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (stale) {
            throw new IOException("The data of this COPY can no longer be read: the reader has gone on.");
        }
        index -= text.release(index);
        int limit = Math.min(length, MOST_AT_ONCE);
        int count = 0;
        while (count < limit && !atEnd()) {
            int from = index;
            int copied = copyLine(target, offset + count, limit - count);
            count += copied;
            if (count == limit && limit < length && Character.isHighSurrogate(target[offset + count - 1])) {
                // Whoever encodes piece by piece would make two question marks of the halves.
                limit++;
            }
            if (digest != null) {
                digest.data(text.chars(), from, from + copied);
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int copyLine(char[] target, int offset, int limit) {
        int count = 0;
        do {
            char character = (char) text.at(index++);
            target[offset + count++] = character;
            lineStart = character == '\n' || (character == '\r' && text.at(index) != '\n');
        } while (count < limit && !lineStart && text.at(index) != TextWindow.END);
        return count;
    }

    private boolean atEnd() {
        if (!finished && lineStart && text.at(index) == '\\' && text.at(index + 1) == '.') {
            int behind = behindLineEnd(index + 2);
            if (behind >= 0) {
                finish(behind);
            }
        }
        if (!finished && lineStart && text.at(index) == '-' && text.at(index + 1) == '-') {
            passComment();
        }
        if (!finished && text.at(index) == TextWindow.END) {
            refuseSwallowed();
            finish(index);
        }
        return finished;
    }

    private void passComment() {
        int end = text.behind(index, CharacterSet.NOT_LINE_END);
        Directive directive = DirectiveComment.read(text, index, end);
        if (swallowed == null && directive != null && unmistakable.contains(directive.name())) {
            swallowed = directive;
        }
    }

    private void refuseSwallowed() {
        if (swallowed != null) {
            throw new SqlSyntaxException(
                    "'-- @%s' stands in the data of a COPY that nothing ends.".formatted(swallowed.name()),
                    swallowed.position(),
                    "End the data with '\\.' on a line of its own.");
        }
    }

    private int behindLineEnd(int from) {
        return switch (text.at(from)) {
            case '\r' -> text.at(from + 1) == '\n' ? from + 2 : from + 1;
            case '\n' -> from + 1;
            case TextWindow.END -> from;
            default -> -1;
        };
    }

    private void finish(int behind) {
        finished = true;
        index = behind;
        if (digest != null) {
            digest.endOfData(lineStart);
        }
    }

    /** Reads what nobody wanted; the data cannot be read any more afterwards. Returns where the script goes on. */
    int skip() {
        char[] ignored = new char[1024];
        try {
            while (read(ignored, 0, ignored.length) > 0) {
                continue;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stale = true;
        return index;
    }

    @Override
    public void close() {
        // The script goes on behind the data.
    }
}
