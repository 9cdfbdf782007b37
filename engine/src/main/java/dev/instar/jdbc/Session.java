package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One connection, in autocommit unless {@link #inTransaction} says otherwise, so that an idle session never holds a
 * snapshot that others wait for. Failures are Spring's data access exceptions.
 */
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final String product;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    private Session(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        SingleConnectionDataSource single = new SingleConnectionDataSource(connection, true);
        this.connection = connection;
        this.product = connection.getMetaData().getDatabaseProductName();
        this.template = new JdbcTemplate(single);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(single));
    }

    /**
     * Opens a session on a connection of its own.
     *
     * @throws org.springframework.jdbc.CannotGetJdbcConnectionException when there is none to be had
     */
    public static Session open(DataSource dataSource) {
        Connection connection = Connections.open(dataSource);
        try {
            return new Session(connection);
        } catch (SQLException failure) {
            Connections.close(connection);
            throw Connections.unusable(failure);
        }
    }

    /** What the driver calls the database's product. */
    public String product() {
        return product;
    }

    /** Sends a statement exactly as it is written: nothing in it is a parameter or a JDBC escape. */
    public void execute(String sql) {
        template.execute((StatementCallback<Boolean>) statement -> {
            statement.setEscapeProcessing(false);
            return statement.execute(sql);
        });
    }

    /** Changes rows and says how many. */
    public int update(String sql, @Nullable Object... arguments) {
        return template.update(sql, arguments);
    }

    /** Reads rows. */
    public <T> List<T> query(String sql, RowMapper<T> rows, @Nullable Object... arguments) {
        return template.query(sql, rows, arguments);
    }

    /** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
    public void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Lets the driver's own connection do something that JDBC has no word for. */
    public <C> void withDriver(Class<C> type, DriverCall<C> call) {
        template.execute((ConnectionCallback<Boolean>) wrapped -> {
            call.on(wrapped.unwrap(type));
            return true;
        });
    }

    /** The same connection for a revision written in Java. */
    public JdbcClient client() {
        return JdbcClient.create(template);
    }

    @Override
    public void close() {
        Connections.close(connection);
    }
}
