package dev.instar.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the ended children of a server process used of the processors, as Linux counts it.
 *
 * @param server the number of the process
 */
record ProcessorTime(long server) {

    private static final int MILLIS_PER_TICK = 10;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /** Of the server that keeps its data there. */
    static ProcessorTime of(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return new ProcessorTime(Long.parseLong(pid));
    }

    /** Whether a child is still there that serves a client on the loopback interface. */
    boolean hasSessions() {
        return ProcessHandle.of(server).stream()
                .flatMap(ProcessHandle::children)
                .anyMatch(child -> isSession(child.pid()));
    }

    private static boolean isSession(long process) {
        try {
            // One that is ending has no title any more, and may still have thousands of files to close.
            String title = Files.readString(file(process, "cmdline"));
            return title.isEmpty() || title.contains("127.0.0.1(");
        } catch (IOException ended) {
            return false;
        }
    }

    private static Path file(long process, String name) {
        return Path.of("/proc", Long.toString(process), name);
    }

    double millis() throws IOException {
        Path statistics = file(server, "stat");
        if (!Files.exists(statistics)) {
            return 0;
        }
        String line = Files.readString(statistics);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
        return ticks * (double) MILLIS_PER_TICK;
    }
}
