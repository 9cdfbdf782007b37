package dev.instar.script;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The list of its entries that a jar has at its end, read as it stands there. An object for each of thousands of entries
 * would take longer than all the rest of a start that has nothing to do.
 */
final class JarDirectory {

    /** The record behind the list, and where in it stands how long the list is; there is nothing behind the record. */
    private static final int END = 0x06054b50;

    private static final int END_LENGTH = 22;
    private static final int LIST_LENGTH = 12;

    /** The record of an entry, up to its name, and what stands where in it. */
    private static final int ENTRY = 0x02014b50;

    private static final int ENTRY_LENGTH = 46;
    private static final int CHECKSUM = 16;
    private static final int SIZE = 24;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;

    /** In place of a number for which four bytes are too few, or that cannot be found out. */
    private static final int ELSEWHERE = -1;

    private final byte[] bytes;

    private JarDirectory(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the list; {@code null} where it is not found at once, as in a jar with a comment or of very many entries. */
    static @Nullable JarDirectory of(File jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar, "r")) {
            long behindList = file.length() - END_LENGTH;
            if (behindList < 0) {
                return null;
            }
            byte[] end = read(file, behindList, END_LENGTH);
            int length = four(end, LIST_LENGTH);
            return four(end, 0) == END && length >= 0 && length <= behindList
                    ? new JarDirectory(read(file, behindList - length, length))
                    : null;
        }
    }

    private static byte[] read(RandomAccessFile file, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    /**
     * Sums up the SQL files below a folder.
     *
     * @param root how much of their names does not count
     * @return {@code null} when the list cannot be understood
     */
    @Nullable
    FileSum sumBelow(String folder, int root) {
        FileSum sum = new FileSum();
        byte[] beginning = folder.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < bytes.length) {
            at = add(at, beginning, root, sum);
            if (at == ELSEWHERE) {
                return null;
            }
        }
        return sum;
    }

    /**
     * Adds an entry, if it is meant; a method of its own, because a loop is interpreted for much longer.
     *
     * @return where the next one is, or {@code ELSEWHERE}
     */
    private int add(int at, byte[] beginning, int root, FileSum sum) {
        if (at + ENTRY_LENGTH > bytes.length || four(bytes, at) != ENTRY) {
            return ELSEWHERE;
        }
        int name = at + ENTRY_LENGTH;
        int behindName = name + two(bytes, at + NAME_LENGTH);
        if (behindName > bytes.length) {
            return ELSEWHERE;
        }
        if (behindName - name > beginning.length
                && Arrays.equals(bytes, name, name + beginning.length, beginning, 0, beginning.length)
                && Ending.isMeant(bytes, behindName)) {
            int size = four(bytes, at + SIZE);
            if (size == ELSEWHERE) {
                return ELSEWHERE;
            }
            long checksum = Integer.toUnsignedLong(four(bytes, at + CHECKSUM));
            sum.add(bytes, name + root, behindName, Integer.toUnsignedLong(size), checksum);
        }
        return behindName + two(bytes, at + EXTRA_LENGTH) + two(bytes, at + COMMENT_LENGTH);
    }

    private static int four(byte[] bytes, int at) {
        return two(bytes, at) | two(bytes, at + 2) << Short.SIZE;
    }

    private static int two(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << Byte.SIZE;
    }
}
