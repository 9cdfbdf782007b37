package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One connection, in autocommit unless {@link #inTransaction} says otherwise, so that an idle session never holds a
 * snapshot that others wait for. Failures are Spring's data access exceptions.
 */
public final class Session implements AutoCloseable {

    private static final int ROWS_AT_A_TIME = 1_000;

    private static final int UNCHANGED = -1;

    private final Connection connection;
    private final boolean autoCommit;
    private final Transaction transaction;
    private final Pipeline pipeline;
    private final Warnings warnings = new Warnings();
    private final Requests requests = new Requests();

    private int patience = UNCHANGED;

    private Session(Connection connection) throws SQLException {
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        this.connection = connection;
        this.transaction = new Transaction(connection, requests);
        this.pipeline = new Pipeline(connection);
    }

    /**
     * Opens a session on a connection of its own.
     *
     * @throws org.springframework.jdbc.CannotGetJdbcConnectionException when there is none to be had
     */
    public static Session open(DataSource dataSource) {
        return of(Connections.open(dataSource));
    }

    /**
     * Opens a session, but does not wait longer for it than that.
     *
     * @param meanwhile what this thread does before it waits
     * @throws org.springframework.jdbc.CannotGetJdbcConnectionException when there is none to be had
     */
    public static Session open(DataSource dataSource, Duration patience, Runnable meanwhile) {
        return of(Connections.open(dataSource, patience, meanwhile));
    }

    private static Session of(Connection connection) {
        try {
            return new Session(connection);
        } catch (SQLException failure) {
            Connections.close(connection);
            throw Connections.unusable(failure);
        }
    }

    /** What the driver calls the database's product. */
    public String product() {
        return requests.make(
                "ask for the product", null, () -> connection.getMetaData().getDatabaseProductName());
    }

    /** Whether the driver can do such things. */
    public boolean hasDriver(Class<?> type) {
        return requests.make("ask for the driver", null, () -> connection.isWrapperFor(type));
    }

    /**
     * Sends a statement exactly as it is written: nothing in it is a parameter or a JDBC escape. Rows that it returns
     * are computed to the last one, and thrown away a few at a time.
     */
    public void execute(String sql) {
        requests.make("execute", sql, () -> {
            try (Statement statement = pipeline.literal()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                warnings.begin(statement);
                try {
                    if (statement.execute(sql)) {
                        drain(statement.getResultSet());
                    }
                } finally {
                    warnings.end();
                }
                return true;
            }
        });
    }

    /** What the server has said about executed statements since this was asked last; by whatever thread. */
    public List<SQLWarning> takeWarnings() {
        return warnings.take();
    }

    /** Asks exactly what is written, and looks at no more rows than that. */
    public <T> List<T> ask(String sql, RowMapper<T> rows, int most) {
        return requests.make("ask", sql, () -> {
            try (Statement statement = pipeline.literal()) {
                // Not a limit of rows: the server would keep the table in use until the next query.
                statement.setFetchSize(most);
                try (ResultSet answer = statement.executeQuery(sql)) {
                    return mapped(answer, rows, most);
                }
            }
        });
    }

    /** Changes rows and says how many; where transactions are guarded, never outside one. */
    public int update(String sql, @Nullable Object... arguments) {
        return guarded(() -> requests.make("update", sql, () -> {
            try (PreparedStatement statement = pipeline.prepared(sql)) {
                bind(statement, arguments);
                return statement.executeUpdate();
            }
        }));
    }

    private <T> T guarded(Supplier<T> change) {
        return transaction.isGuarded() && !transaction.isOpen() ? transaction.commit(change) : change.get();
    }

    /**
     * Sends statements, each exactly as it is written, without waiting for an answer between them; what they return is
     * thrown away. When one of them is refused, those behind it are not carried out, and nobody says which it was.
     */
    public void executeAll(List<String> statements) {
        requests.make("send", null, () -> {
            pipeline.send(statements, warnings);
            return true;
        });
    }

    /** Makes changes, without waiting for an answer between them; where transactions are guarded, never outside one. */
    public void changeAll(List<Change> changes) {
        check(changes, guarded(() -> changed(changes, false)));
    }

    /**
     * The same, as the last thing that is done in a transaction. Where nothing but the server's own checks could keep it
     * from being committed, it is committed with that, which saves a round trip.
     */
    public void changeAllLast(List<Change> changes) {
        if (transaction.mayEndWithWork() && areCertain(changes)) {
            List<Integer> counts = changed(changes, true);
            transaction.endedWithWork();
            check(changes, counts);
        } else {
            changeAll(changes);
        }
    }

    private static boolean areCertain(List<Change> changes) {
        for (Change change : changes) {
            if (!change.isCertain()) {
                return false;
            }
        }
        return true;
    }

    private List<Integer> changed(List<Change> changes, boolean committing) {
        return requests.make("change", null, () -> pipeline.change(changes, committing));
    }

    private static void check(List<Change> changes, List<Integer> counts) {
        for (int i = 0; i < changes.size(); i++) {
            if (counts.get(i) != changes.get(i).rows()) {
                throw changes.get(i).otherwise().get();
            }
        }
    }

    /** Reads rows. */
    public <T> List<T> query(String sql, RowMapper<T> rows, @Nullable Object... arguments) {
        return requests.make("query", sql, () -> {
            try (PreparedStatement statement = pipeline.prepared(sql)) {
                bind(statement, arguments);
                try (ResultSet answer = statement.executeQuery()) {
                    return mapped(answer, rows, Integer.MAX_VALUE);
                }
            }
        });
    }

    /** Reads the first row, if there is one. */
    public <T> Optional<T> first(String sql, RowMapper<T> rows, @Nullable Object... arguments) {
        return query(sql, rows, arguments).stream().findFirst();
    }

    /** The first column of each row. */
    public List<String> texts(String sql, @Nullable Object... arguments) {
        return query(sql, (row, number) -> row.getString(1), arguments);
    }

    /** The first column of the only row. */
    public int number(String sql, @Nullable Object... arguments) {
        return query(sql, (row, number) -> row.getInt(1), arguments).get(0);
    }

    /** The same, where it says whether something is so. */
    public boolean isTrue(String sql, @Nullable Object... arguments) {
        return query(sql, (row, number) -> row.getBoolean(1), arguments).get(0);
    }

    /** Whether there is a row. */
    public boolean finds(String sql, @Nullable Object... arguments) {
        return !texts(sql, arguments).isEmpty();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    private static <T> List<T> mapped(ResultSet answer, RowMapper<T> rows, int most) throws SQLException {
        List<T> found = new ArrayList<>();
        while (found.size() < most && answer.next()) {
            found.add(rows.mapRow(answer, found.size()));
        }
        return found;
    }

    /** Asks the guard at both ends of each transaction that is committed from now on. */
    public void guardTransactions(TransactionGuard guard) {
        transaction.guardedBy(guard);
    }

    /** Whether what is sent now becomes part of a transaction. */
    public boolean isInTransaction() {
        return transaction.isOpen();
    }

    /**
     * Runs the work in one transaction: committed when it returns, rolled back when it throws. In a transaction that is
     * open already it becomes part of that one.
     */
    public void inTransaction(Runnable work) {
        if (transaction.isOpen()) {
            transaction.doPart(work);
            return;
        }
        transaction.commit(() -> {
            work.run();
            return true;
        });
    }

    /** How often something that was done in this session has been taken back; what was read in it may be wrong then. */
    public int rollbacks() {
        return transaction.rollbacks();
    }

    /** Runs the work in a transaction that is rolled back in any case. */
    public <T> T tentatively(Supplier<T> work) {
        return transaction.rollBack(work);
    }

    /** Lets the driver's own connection do something that JDBC has no word for. */
    public <C> void withDriver(Class<C> type, DriverCall<C> call) {
        requests.make("use the driver", null, () -> {
            call.on(connection.unwrap(type));
            return true;
        });
    }

    /** Gives up waiting for an answer after this time; zero waits for ever. The connection is lost with that. */
    public void answerWithin(Duration limit) {
        requests.make("limit the waiting", null, () -> {
            if (patience == UNCHANGED) {
                patience = connection.getNetworkTimeout();
            }
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()));
            return true;
        });
    }

    /** Cuts the connection, whatever is being done on it: the thread that waits for an answer gets a failure. */
    public void cut() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            Connections.close(connection);
        }
    }

    /** How long the thread that uses the session has been waiting for the answer to one request; zero when it is not. */
    public Duration waiting() {
        return requests.waiting();
    }

    private static void drain(ResultSet rows) throws SQLException {
        try (rows) {
            boolean more = rows.next();
            while (more) {
                more = rows.next();
            }
        }
    }

    /** The same connection for a revision written in Java. */
    public JdbcClient client() {
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, false));
        template.setQueryTimeout(Pipeline.NO_LIMIT);
        return JdbcClient.create(template);
    }

    /** Closes the connection as it was opened: somebody else may be given it next, and not every pool sees to that. */
    @Override
    public void close() {
        try {
            if (patience != UNCHANGED) {
                connection.setNetworkTimeout(Runnable::run, patience);
            }
            if (!autoCommit) {
                connection.setAutoCommit(false);
            }
        } catch (SQLException | RuntimeException gone) {
            // Then nobody is given it again.
        }
        Connections.close(connection);
    }
}
