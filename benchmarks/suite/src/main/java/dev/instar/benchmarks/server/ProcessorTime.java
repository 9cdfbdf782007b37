package dev.instar.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the ended children of a server process used of the processors, as Linux counts it.
 *
 * @param statistics the process's own file, which does not exist elsewhere
 */
record ProcessorTime(Path statistics) {

    private static final int MILLIS_PER_TICK = 10;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /** Of the server that keeps its data there. */
    static ProcessorTime of(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return new ProcessorTime(Path.of("/proc", pid, "stat"));
    }

    double millis() throws IOException {
        if (!Files.exists(statistics)) {
            return 0;
        }
        String line = Files.readString(statistics);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
        return ticks * (double) MILLIS_PER_TICK;
    }
}
