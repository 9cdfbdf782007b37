package dev.instar.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL server that runs on a data directory, as its {@code postmaster.pid} tells. */
record ServerProcess(ProcessHandle handle) {

    /** Between the start of a process and the start time it writes down lies a moment, on a busy machine a long one. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** Nothing when no server runs, or when the number in a file left over from a crash is another process's by now. */
    static Optional<ServerProcess> on(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> isServer(process, started))
                    .map(ServerProcess::new);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException missingOrHalfWritten) {
            return Optional.empty();
        }
    }

    private static boolean isServer(ProcessHandle process, Instant started) {
        ProcessHandle.Info info = process.info();
        return info.command().filter(command -> command.contains("postgres")).isPresent()
                && info.startInstant()
                        .map(instant -> Duration.between(instant, started).abs())
                        .filter(apart -> apart.compareTo(TOLERANCE) < 0)
                        .isPresent();
    }

    long pid() {
        return handle.pid();
    }

    /** Asks the server to stop as soon as its last client has gone, and says whether it has. */
    boolean stop(Duration patience) {
        handle.destroy();
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException stillRunning) {
            return false;
        }
    }
}
