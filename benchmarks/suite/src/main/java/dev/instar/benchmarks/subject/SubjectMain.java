package dev.instar.benchmarks.subject;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.LoggerFactory;

/**
 * The measured process. Connects once before the clock starts, as a service with a pool has; what the tool's own
 * classes cost to load counts.
 */
public final class SubjectMain {

    private SubjectMain() {}

    /** Takes the tool's name, the database, the folder of the revisions, and the file to write the result to. */
    public static void main(String[] arguments) throws Exception {
        Subject subject = Subject.named(arguments[0]);
        Destination destination = new Destination(arguments[1], Path.of(arguments[2]));
        destination.connectOnce();
        LoggerFactory.getLogger(SubjectMain.class).info("Measuring {}.", arguments[0]);
        Gauges gauges = Gauges.start();
        subject.migrate(destination);
        write(gauges.read(), Path.of(arguments[3]));
        System.exit(0);
    }

    private static void write(Properties result, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            result.store(writer, null);
        }
    }
}
