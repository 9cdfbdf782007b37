package dev.instar.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a server keeps its data.
 *
 * @param fileSystem for the report, since files that come and go cost a multiple on a disk
 */
record DataFolder(Path path, String fileSystem) {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 8L << 30;
    private static final String PREFIX = "instar-benchmarks-data";

    /** Creates it in memory, unless the disk is asked for or memory has no room. */
    static DataFolder create(boolean disk) throws IOException {
        boolean inMemory = !disk && memoryHasRoom();
        Path path = inMemory ? Files.createTempDirectory(MEMORY, PREFIX) : Files.createTempDirectory(PREFIX);
        return new DataFolder(path, Files.getFileStore(path).type());
    }

    private static boolean memoryHasRoom() throws IOException {
        return Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).type().equals("tmpfs")
                && Files.getFileStore(MEMORY).getUsableSpace() >= ROOM;
    }
}
