package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends many things before it waits for an answer to the first of them. */
final class Pipeline {

    /** As many changes as are sent as one text. A batch would not say how many rows each changed if it was rewritten. */
    private static final int MOST_IN_ONE_TEXT = 16;

    /** What a driver has been told that statements may take is meant for the application's. */
    static final int NO_LIMIT = 0;

    private static final String SEPARATOR = ";\n";

    private final Connection connection;

    Pipeline(Connection connection) {
        this.connection = connection;
    }

    /** A statement whose text is sent as it is. */
    Statement literal() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        statement.setQueryTimeout(NO_LIMIT);
        return statement;
    }

    /** A statement with parameters. */
    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(NO_LIMIT);
        return statement;
    }

    /** Sends statements that have no parameters; what they return is thrown away. */
    void send(List<String> statements, Warnings warnings) throws SQLException {
        try (Statement batch = literal()) {
            for (String sql : statements) {
                batch.addBatch(sql);
            }
            warnings.begin(batch);
            try {
                batch.executeBatch();
            } finally {
                warnings.end();
            }
        }
    }

    /**
     * Sends changes, and says of each how many rows it changed.
     *
     * @param committing whether to commit the transaction behind the last of them
     */
    List<Integer> change(List<Change> changes, boolean committing) throws SQLException {
        List<Integer> counts = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += MOST_IN_ONE_TEXT) {
            int to = Math.min(changes.size(), from + MOST_IN_ONE_TEXT);
            String end = committing && to == changes.size() ? SEPARATOR + "COMMIT" : "";
            counts.addAll(asOneText(changes.subList(from, to), end));
        }
        return counts;
    }

    private List<Integer> asOneText(List<Change> changes, String end) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(change.sql());
        }
        text.append(end);
        List<Integer> counts = new ArrayList<>();
        try (PreparedStatement statement = prepared(text.toString())) {
            int next = 1;
            for (Change change : changes) {
                next = bind(statement, next, change.arguments());
            }
            statement.execute();
            for (int count = statement.getUpdateCount(); count >= 0; count = statement.getUpdateCount()) {
                counts.add(count);
                statement.getMoreResults();
            }
        }
        return counts;
    }

    /**
     * Binds values from a parameter on, and says which comes next. All are texts, and go straight into columns, so that
     * the server knows what they are: for the driver to find that out is much code to run, and to compile.
     */
    private static int bind(PreparedStatement statement, int first, List<@Nullable Object> values) throws SQLException {
        int next = first;
        for (Object value : values) {
            statement.setObject(next++, value == null ? null : value.toString(), Types.OTHER);
        }
        return next;
    }
}
