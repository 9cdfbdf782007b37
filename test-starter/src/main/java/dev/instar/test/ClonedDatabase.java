package dev.instar.test;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A migrated database that belongs to one test class.
 *
 * @param jdbcUrl leads to it without saying who connects
 * @param name as the server knows it
 */
public record ClonedDatabase(
        String jdbcUrl,
        String host,
        int port,
        String name,
        String username,
        @Nullable String password) {

    /** Opens a new connection each time. */
    public DataSource dataSource() {
        DriverManagerDataSource dataSource = new DriverManagerDataSource(jdbcUrl);
        dataSource.setUsername(username);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "ClonedDatabase[%s]".formatted(jdbcUrl);
    }
}
