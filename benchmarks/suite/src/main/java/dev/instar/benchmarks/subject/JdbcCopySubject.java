package dev.instar.benchmarks.subject;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The driver's own {@code COPY}: table, copy, data; one script, no history. */
final class JdbcCopySubject implements Subject {

    @Override
    public void migrate(Destination destination) throws IOException, SQLException {
        try (Connection connection = destination.dataSource().getConnection();
                Stream<Path> files = Files.list(destination.folder());
                BufferedReader script =
                        Files.newBufferedReader(files.findFirst().orElseThrow())) {
            connection.setAutoCommit(false);
            String line = script.readLine();
            for (; line != null && !line.startsWith("COPY"); line = script.readLine()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(line);
                }
            }
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(String.valueOf(line), new Data(script));
            connection.commit();
        }
    }

    /** Ends where a line begins with {@code \.}, which nothing else in the data does. */
    private static final class Data extends FilterReader {

        private boolean ended;

        Data(Reader script) {
            super(script);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = ended ? -1 : super.read(buffer, offset, length);
            for (int index = offset; index < offset + read; index++) {
                if (buffer[index] == '\\') {
                    ended = true;
                    return index == offset ? -1 : index - offset;
                }
            }
            return read;
        }
    }
}
