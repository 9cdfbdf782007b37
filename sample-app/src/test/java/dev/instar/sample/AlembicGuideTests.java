package dev.instar.sample;

import dev.instar.boot.command.CommandLineCall;
import dev.instar.test.ClonedDatabase;
import dev.instar.test.MigratedDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the guide for people who come from Alembic shows on the terminal. */
@MigratedDatabase
class AlembicGuideTests {

    /** In a column, whose width depends on it. */
    private static final Pattern SOME_TIME = Pattern.compile("\\d+ ms +(?=\\S)");

    private EmptyDatabase database;

    @BeforeEach
    void createDatabase(ClonedDatabase server) {
        database = EmptyDatabase.create(server, "guide");
    }

    @Test
    void showsASession() throws IOException {
        record(
                "alembic-session.txt",
                "upgrade 002",
                "upgrade achievements@+1",
                "current",
                "plan",
                "downgrade -1",
                "downgrade 002@-1",
                "upgrade head",
                "history");
        record("alembic-refused.txt", "upgrade a1c4e7f3", "upgrade +9", "downgrade 2");
        record("alembic-journal.txt", "journal", "journal --verify");
    }

    private void record(String file, String... lines) throws IOException {
        StringBuilder session = new StringBuilder();
        for (String line : lines) {
            CommandLineCall call = call(line);
            session.append("$ instar %s%n%s%s%n".formatted(line, call.messages(), call.results()));
        }
        String text = session.toString().replace(System.lineSeparator(), "\n");
        Recording.assertEquals(file, SOME_TIME.matcher(text).replaceAll("12 ms  "));
    }

    private CommandLineCall call(String line) {
        List<String> arguments = new ArrayList<>(List.of(
                "instar",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username()));
        arguments.addAll(List.of(line.split(" ")));
        return CommandLineCall.start(SampleApplication.class, arguments.toArray(String[]::new));
    }
}
