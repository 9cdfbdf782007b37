package dev.instar.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The part of a text that is in memory: from the item being read to as far as anyone has looked. Indexes into it stay
 * valid until {@link #release}.
 */
final class TextWindow {

    static final int END = -1;

    private static final int INITIAL_SIZE = 2048;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Reader NOTHING = Reader.nullReader();

    private final Reader in;
    private final LineCounter lines = new LineCounter(1, 1);
    private char[] chars;
    private int end;
    private boolean atStart = true;
    private boolean exhausted;
    private boolean nulFollows;
    private long offsetOfFirst;
    private int counted;

    TextWindow(Reader in) {
        this.in = in;
        this.chars = new char[INITIAL_SIZE];
    }

    /** A window on characters that are in memory already. */
    TextWindow(char[] chars, int end) {
        this.in = NOTHING;
        this.chars = chars;
        this.end = end;
        this.exhausted = true;
    }

    int at(int index) {
        return index < end || fill(index) ? chars[index] : END;
    }

    /** The first index, from this one on, of something that is not in the set, or of the end. */
    int behind(int from, CharacterSet set) {
        int index = from;
        do {
            char[] loaded = chars;
            int limit = end;
            while (index < limit && set.contains(loaded[index])) {
                index++;
            }
        } while (index == end && at(index) != END);
        return index;
    }

    /** The characters themselves; a new array after every call of {@link #at} that reached further than before. */
    char[] chars() {
        return chars;
    }

    String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** The place of a character; may only be asked in ascending order. */
    TextPosition position(int index) {
        counted = lines.passPlain(chars, counted, Math.max(counted, index));
        while (counted < index) {
            boolean beforeLineFeed = chars[counted] == '\r' && lineFeedAt(counted + 1);
            lines.pass(chars[counted], beforeLineFeed);
            counted = lines.passPlain(chars, counted + 1, index);
        }
        return lines.positionAt(offsetOfFirst + index);
    }

    private boolean lineFeedAt(int index) {
        return (index < end || !exhausted) && at(index) == '\n';
    }

    /** Forgets what stands before the index, when that is worth moving the rest; returns by how much indexes shrink. */
    int release(int index) {
        if (index < end && index < chars.length / 2) {
            return 0;
        }
        position(index);
        System.arraycopy(chars, index, chars, 0, end - index);
        end -= index;
        counted -= index;
        offsetOfFirst += index;
        return index;
    }

    private boolean fill(int index) {
        while (index >= end && !exhausted) {
            if (end == chars.length) {
                chars = Arrays.copyOf(chars, chars.length * 2);
            }
            readMore();
        }
        if (index >= end && nulFollows) {
            throw new SqlSyntaxException(
                    "The script contains a NUL character.",
                    position(end),
                    "Remove it; if the file is full of them, save it in UTF-8.");
        }
        return index < end;
    }

    private void readMore() {
        try {
            int count = in.read(chars, end, chars.length - end);
            if (count < 0) {
                exhausted = true;
            } else {
                accept(count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(int count) {
        int from = end;
        end += count;
        if (atStart && count > 0) {
            atStart = false;
            if (chars[0] == BYTE_ORDER_MARK) {
                System.arraycopy(chars, 1, chars, 0, --end);
            }
        }
        int nul = indexOfNul(chars, from, end);
        if (nul < end) {
            end = nul;
            exhausted = true;
            nulFollows = true;
        }
    }

    private static int indexOfNul(char[] chars, int from, int to) {
        int index = from;
        while (index < to && chars[index] != 0) {
            index++;
        }
        return index;
    }
}
