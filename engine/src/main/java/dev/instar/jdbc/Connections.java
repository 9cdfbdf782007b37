package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.support.JdbcUtils;

/** Opens and closes physical connections without taking part in the caller's transaction. */
final class Connections {

    private Connections() {}

    static Connection open(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException failure) {
            throw unusable(failure);
        }
    }

    static CannotGetJdbcConnectionException unusable(SQLException failure) {
        return new CannotGetJdbcConnectionException("No connection to the database", failure);
    }

    static void close(Connection connection) {
        JdbcUtils.closeConnection(connection);
    }
}
