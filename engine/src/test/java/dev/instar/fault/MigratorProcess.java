package dev.instar.fault;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.lock.LockType;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunManner;
import dev.instar.run.Trigger;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A service that only migrates, in a process of its own that can be killed. */
final class MigratorProcess {

    private static final String READY = "READY";

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder said = new StringBuilder();

    private MigratorProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What runs in the process: waits for a line, then migrates. */
    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(arguments[0]);
        dataSource.setUser("postgres");
        Instar instar = new Instar(dataSource, settings(List.of(arguments)));
        instar.revisions();
        System.out.println(READY);
        System.in.read();
        try {
            instar.upgrade(Target.HEADS, Trigger.STARTUP);
        } catch (InstarException failure) {
            System.out.println(failure.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static InstarSettings settings(List<String> arguments) {
        RunManner manner = arguments.size() > 2
                ? RunManner.DEFAULT.withLock(LockType.LEASE).withLease(Duration.parse(arguments.get(2)))
                : RunManner.DEFAULT;
        return InstarSettings.DEFAULT
                .withLocations(arguments.get(1))
                .withExecution(ExecutionSettings.DEFAULT
                        .withManner(manner)
                        .withConnectRetries(arguments.size() > 3 ? Integer.parseInt(arguments.get(3)) : 0));
    }

    /** Starts a process and returns when it is one line away from migrating. */
    static MigratorProcess start(String url, Path revisions, String... more) {
        return start(1, url, revisions, more).get(0);
    }

    /** Starts so many processes and returns when all of them are one line away from migrating. */
    static List<MigratorProcess> start(int count, String url, Path revisions, String... more) {
        List<MigratorProcess> launched =
                Stream.generate(() -> launch(url, revisions, more)).limit(count).toList();
        launched.forEach(MigratorProcess::awaitReady);
        return launched;
    }

    private static MigratorProcess launch(String url, Path revisions, String... more) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        try {
            List<String> command = new ArrayList<>(List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx64m",
                    "-cp",
                    classPath,
                    MigratorProcess.class.getName(),
                    url,
                    "file:" + revisions));
            command.addAll(List.of(more));
            return new MigratorProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() {
        awaitLine(READY);
    }

    /** Returns when the process has said something like that. */
    void awaitLine(String expected) {
        try {
            String line = output.readLine();
            while (line != null && !line.contains(expected)) {
                said.append(line).append('\n');
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The process did not say '%s':\n%s".formatted(expected, said));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void go() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the process in the middle of whatever it is doing; false when it had ended by itself before. */
    boolean kill(Duration after) throws InterruptedException {
        if (process.waitFor(after.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    /** Asks the process to end, as an orchestrator does first. */
    void terminate() {
        // The process's own method would close its output as well.
        process.toHandle().destroy();
    }

    int exitCode() throws InterruptedException {
        output.lines().forEach(line -> said.append(line).append('\n'));
        return process.waitFor();
    }

    String said() {
        return said.toString();
    }
}
