package dev.instar.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that stays, and does something each time it is asked. It is asked and answers in lines. */
public final class Resident implements AutoCloseable {

    private static final long LONGEST_MINUTES = 30;

    private final List<String> command;
    private final Path output;
    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    /**
     * Starts the process; nothing that was started outlives its time.
     *
     * @param output where everything but its answers is kept, which come on the stream for errors
     */
    public Resident(List<String> command, Path output) throws IOException {
        this.command = List.copyOf(command);
        this.output = output;
        this.process =
                new ProcessBuilder(command).redirectOutput(output.toFile()).start();
        this.questions = new PrintWriter(process.outputWriter(), true);
        this.answers = process.errorReader();
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
    }

    /** Asks, and waits for a line that begins like this; returns what follows in it. */
    public String ask(String question, String beginning) throws IOException {
        questions.println(question);
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new ChildFailedException("It never said '%s'".formatted(beginning), command, output);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
