package dev.instar.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcUtils;

/** Sends a statement over each new connection, as a pool with the same setting does. */
final class PreparedConnections extends DelegatingDataSource {

    private final String sql;

    PreparedConnections(DataSource dataSource, String sql) {
        super(dataSource);
        this.sql = sql;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return connection;
        } catch (SQLException refused) {
            JdbcUtils.closeConnection(connection);
            throw refused;
        }
    }
}
