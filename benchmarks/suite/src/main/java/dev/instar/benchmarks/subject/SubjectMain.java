package dev.instar.benchmarks.subject;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        Subject subject = subject(arguments[0]);
        Destination destination = new Destination(arguments[1], Path.of(arguments[2]));
        connectOnce(destination);
        LoggerFactory.getLogger(SubjectMain.class).info("Measuring {}.", arguments[0]);
        Gauges gauges = Gauges.start();
        subject.migrate(destination);
        write(gauges.read(), Path.of(arguments[3]));
        System.exit(0);
    }

    private static Subject subject(String name) {
        return switch (name) {
            case "instar" -> new InstarSubject(true);
            case "instar-ungrouped" -> new InstarSubject(false);
            case "flyway-managed", "flyway-newest" -> new FlywaySubject();
            case "liquibase" -> new LiquibaseSubject();
            case "mybatis" -> new MyBatisSubject();
            case "jdbc" -> new JdbcSubject();
            case "jdbc-copy" -> new JdbcCopySubject();
            default -> throw new IllegalArgumentException("There is no subject '%s'.".formatted(name));
        };
    }

    private static void connectOnce(Destination destination) throws SQLException {
        try (Connection connection = destination.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private static void write(Properties result, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            result.store(writer, null);
        }
    }
}
