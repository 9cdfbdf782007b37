package dev.instar.benchmarks.subject;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/** The measured process where it stays, as that of a test suite does: it is told of one empty database after the other. */
public final class ResidentMain {

    /** What an answer begins with; milliseconds and processor's milliseconds follow, with a blank between them. */
    public static final String ANSWER = "migrated in ";

    private ResidentMain() {}

    /**
     * Takes the tool's name and the folder of the revisions; reads a database in each line. What the tool says goes to one
     * stream, so the answers go to the other.
     */
    public static void main(String[] arguments) throws Exception {
        Subject subject = Subject.named(arguments[0]);
        Path folder = Path.of(arguments[1]);
        BufferedReader databases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String url = databases.readLine(); url != null; url = databases.readLine()) {
            Destination destination = new Destination(url, folder);
            destination.connectOnce();
            Gauges gauges = Gauges.start();
            subject.migrate(destination);
            Properties measured = gauges.read();
            System.err.println(ANSWER + measured.getProperty("millis") + ' ' + measured.getProperty("processorMillis"));
        }
        System.exit(0);
    }
}
