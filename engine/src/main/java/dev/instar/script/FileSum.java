package dev.instar.script;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/** Stands for a set of files, in whatever order they come. */
final class FileSum {

    private final Checksum nameSum = new CRC32();
    private long sum;

    void add(String name, long size, long checksum) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length, size, checksum);
    }

    /** Makes of each file a number that looks drawn by lot, so that their sum tells any set of files from any other. */
    void add(byte[] bytes, int name, int behindName, long size, long checksum) {
        nameSum.reset();
        nameSum.update(bytes, name, behindName - name);
        long drawn = nameSum.getValue() << Integer.SIZE | checksum;
        drawn = (drawn ^ drawn >>> 30) * 0xbf58476d1ce4e5b9L;
        drawn = (drawn ^ drawn >>> 27) * 0x94d049bb133111ebL;
        sum += (drawn ^ drawn >>> 31) * (2 * size + 1);
    }

    void add(FileSum more) {
        sum += more.sum;
    }

    @Override
    public String toString() {
        return Long.toHexString(sum);
    }
}
