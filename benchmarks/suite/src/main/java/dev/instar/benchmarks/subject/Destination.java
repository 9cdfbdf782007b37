package dev.instar.benchmarks.subject;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What to migrate, and with what.
 *
 * @param url of an own database
 * @param folder the revisions, for tools that read a folder; the others find them on the class path
 */
record Destination(String url, Path folder) {

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return dataSource;
    }

    /** As a service with a pool has done before it migrates. */
    void connectOnce() throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }
}
