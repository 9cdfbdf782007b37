package dev.instar.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that is measured from outside. */
public final class Child {

    private static final long LONGEST_SECONDS = 240;
    private static final double MILLISECOND = 1_000_000;

    private final List<String> command;
    private final Path output;
    private final Map<String, String> environment;

    /** Describes the process; nothing is started yet. */
    public Child(List<String> command, Path output, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.output = output;
        this.environment = Map.copyOf(environment);
    }

    /** Runs the process to its end, and says how long that took. */
    public double run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        end(started(builder().redirectOutput(output.toFile())));
        return (System.nanoTime() - start) / MILLISECOND;
    }

    /** Runs the process to its end, and says how long it took until it wrote a line that begins like this. */
    public Reached runUntil(String beginning) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = started(builder());
        Reached reached = null;
        StringBuilder said = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(beginning)) {
                    reached = new Reached((System.nanoTime() - start) / MILLISECOND, line);
                }
            }
        }
        Files.writeString(output, said);
        end(process);
        if (reached == null) {
            throw new ChildFailedException("It never said '%s'".formatted(beginning), command, output);
        }
        return reached;
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    /** Nothing that was started outlives its time. */
    private static Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    private void end(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new ChildFailedException("It ended with code " + process.exitValue(), command, output);
        }
    }
}
