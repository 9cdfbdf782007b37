package dev.instar.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.instar.revision.InstarException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** A file that can be read as often as needed, so that a large one never has to be kept. A small one may be. */
final class Source {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    /** Most revisions are a tenth of it, and to open a file in a jar costs more than to read it. */
    private static final int MOST_BYTES_KEPT = 16 * 1024;

    private final String name;
    private final String identity;
    private final InputStreamSource content;
    private volatile @Nullable SoftReference<String> kept;

    /** Of the file as it was first read; what is planned by that shall not be carried out with another one. */
    private volatile @Nullable Long checksum;

    /**
     * A file.
     *
     * @param name as its reader would name it: the location's folder and the path below it
     * @param identity the same for one file, by whatever way it was found
     * @param content opens it, as often as it is read
     */
    Source(String name, String identity, InputStreamSource content) {
        this.name = name;
        this.identity = identity;
        this.content = content;
    }

    String name() {
        return name;
    }

    String identity() {
        return identity;
    }

    /** Opens the text; a byte order mark is not part of it. */
    Reader open() {
        String text = kept();
        return text == null ? openFile() : new StringReader(text);
    }

    private @Nullable String kept() {
        SoftReference<String> reference = kept;
        return reference == null ? null : reference.get();
    }

    /** The text between two places, or up to the end where there is none behind the first. */
    String text(long from, long to) {
        String text = kept();
        if (text != null) {
            return text.substring((int) from, (int) Math.min(to, text.length()));
        }
        try (Reader reader = open()) {
            skip(reader, from);
            StringWriter written = new StringWriter();
            reader.transferTo(written);
            return written.getBuffer()
                    .substring(0, (int) Math.min(to - from, written.getBuffer().length()));
        } catch (IOException unreadable) {
            throw failure(unreadable);
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

    private Reader openFile() {
        try {
            InputStream file = content.getInputStream();
            try {
                byte[] beginning = beginning(file);
                if (beginning.length == MOST_BYTES_KEPT) {
                    return reader(new Whole(new SequenceInputStream(new ByteArrayInputStream(beginning), file)));
                }
                String text = text(beginning);
                CRC32 sum = new CRC32();
                sum.update(beginning);
                requireUnchanged(sum);
                kept = new SoftReference<>(text);
                file.close();
                return new StringReader(text);
            } catch (IOException unreadable) {
                file.close();
                throw unreadable;
            }
        } catch (IOException unreadable) {
            throw failure(unreadable);
        }
    }

    private RuntimeException failure(IOException unreadable) {
        return checksum == null
                ? new UncheckedIOException(unreadable)
                : new InstarException(
                        "The file '%s' cannot be read any more: %s.".formatted(name, UnreadableFile.reason(unreadable)),
                        "Bring it back as it was, or start again without it.");
    }

    /** Mostly all of it: a file says how long it is, and a buffer for the longest would be ten times too large. */
    private static byte[] beginning(InputStream file) throws IOException {
        int expected = Math.min(MOST_BYTES_KEPT, Math.max(0, file.available()) + 1);
        byte[] bytes = file.readNBytes(expected);
        if (bytes.length < expected || expected == MOST_BYTES_KEPT) {
            return bytes;
        }
        byte[] more = file.readNBytes(MOST_BYTES_KEPT - expected);
        byte[] all = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, bytes.length, more.length);
        return all;
    }

    private static Reader reader(InputStream bytes) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(bytes, UTF_8.newDecoder()));
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    /** A malformed byte is an error of the file, never a question mark in the database. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private void requireUnchanged(Checksum sum) {
        Long before = checksum;
        if (before == null) {
            checksum = sum.getValue();
        } else if (before != sum.getValue()) {
            throw new InstarException(
                    "The file '%s' was changed after it had been read.".formatted(name),
                    "Start again; then it is read as it is now.");
        }
    }

    /** What is read to its end shows there that it is what it was. */
    private final class Whole extends CheckedInputStream {

        Whole(InputStream file) {
            super(file, new CRC32());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
                requireUnchanged(getChecksum());
            }
            return count;
        }
    }

    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    String folder() {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** The same file under the name that no other has. */
    Source namedByIdentity() {
        return new Source(identity, identity, content);
    }
}
