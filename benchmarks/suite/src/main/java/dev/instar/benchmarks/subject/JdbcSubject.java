package dev.instar.benchmarks.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The least that anybody would write: each file and its row in a history are one transaction. */
final class JdbcSubject implements Subject {

    @Override
    public void migrate(Destination destination) throws IOException, SQLException {
        try (Connection connection = destination.dataSource().getConnection()) {
            execute(connection, "CREATE TABLE IF NOT EXISTS history (name text PRIMARY KEY, at timestamptz)");
            Set<String> applied = applied(connection);
            connection.setAutoCommit(false);
            for (Path file : files(destination.folder())) {
                if (applied.add(file.getFileName().toString())) {
                    apply(connection, file);
                }
            }
        }
    }

    private static void apply(Connection connection, Path file) throws IOException, SQLException {
        execute(connection, Files.readString(file));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO history VALUES (?, now())")) {
            insert.setString(1, file.getFileName().toString());
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM history")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
