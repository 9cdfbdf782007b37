package dev.instar.benchmarks.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the ended children of a server process used of the processors, as Linux counts it.
 *
 * @param server the number of the process
 */
record ProcessorTime(String server) {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int PARENT = 1;

    private static final int MILLIS_PER_TICK = 10;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /** Of the server that keeps its data there. */
    static ProcessorTime of(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        return new ProcessorTime(pid);
    }

    /** Whether a child is still there that serves a client on the loopback interface. */
    boolean hasSessions() throws IOException {
        if (!Files.exists(statistics())) {
            return false;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (isSession(process)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSession(Path process) {
        try {
            if (!fields(process.resolve("stat"))[PARENT].equals(server)) {
                return false;
            }
            // One that is ending has no title any more, and may still have thousands of files to close.
            String title = Files.readString(process.resolve("cmdline"));
            return title.isEmpty() || title.contains("127.0.0.1(");
        } catch (IOException ended) {
            return false;
        }
    }

    private Path statistics() {
        return PROCESSES.resolve(server).resolve("stat");
    }

    /** The name of a process may contain anything. */
    private static String[] fields(Path statistics) throws IOException {
        String line = Files.readString(statistics);
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    double millis() throws IOException {
        if (!Files.exists(statistics())) {
            return 0;
        }
        String[] fields = fields(statistics());
        long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
        return ticks * (double) MILLIS_PER_TICK;
    }
}
