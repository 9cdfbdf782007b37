package dev.instar.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sends many things before it waits for an answer to the first of them. */
final class Pipeline {

    /** As many changes as are sent as one text. A batch would not say how many rows each changed if it was rewritten. */
    private static final int MOST_IN_ONE_TEXT = 16;

    private static final String SEPARATOR = ";\n";

    private final Connection connection;
    private final JdbcTemplate template;

    Pipeline(Connection connection, JdbcTemplate template) {
        this.connection = connection;
        this.template = template;
    }

    /** Sends statements that have no parameters; what they return is thrown away. */
    void send(List<String> statements, Warnings warnings) {
        try {
            sendAll(statements, warnings);
        } catch (SQLException refused) {
            throw Transaction.translated(template, "send", null, refused);
        }
    }

    /**
     * Sends changes, and says of each how many rows it changed.
     *
     * @param committing whether to commit the transaction behind the last of them
     */
    List<Integer> change(List<Change> changes, boolean committing) {
        try {
            List<Integer> counts = new ArrayList<>();
            for (int from = 0; from < changes.size(); from += MOST_IN_ONE_TEXT) {
                int to = Math.min(changes.size(), from + MOST_IN_ONE_TEXT);
                String end = committing && to == changes.size() ? SEPARATOR + "COMMIT" : "";
                counts.addAll(asOneText(changes.subList(from, to), end));
            }
            return counts;
        } catch (SQLException refused) {
            throw Transaction.translated(template, "change", null, refused);
        }
    }

    private void sendAll(List<String> statements, Warnings warnings) throws SQLException {
        try (Statement batch = connection.createStatement()) {
            batch.setEscapeProcessing(false);
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

    private List<Integer> asOneText(List<Change> changes, String end) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(change.sql());
        }
        text.append(end);
        List<Integer> counts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
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

    /** Binds values from a parameter on, and says which comes next. */
    static int bind(PreparedStatement statement, int first, List<@Nullable Object> values) throws SQLException {
        int next = first;
        for (Object value : values) {
            if (value == null) {
                statement.setNull(next, Types.NULL);
            } else if (value instanceof String text) {
                statement.setString(next, text);
            } else if (value instanceof Long number) {
                statement.setLong(next, number);
            } else if (value instanceof Integer number) {
                statement.setInt(next, number);
            } else if (value instanceof UUID || value instanceof OffsetDateTime) {
                // The server knows from its place what it is; for the driver to find that out is much code to run.
                statement.setObject(next, value.toString(), Types.OTHER);
            } else {
                statement.setObject(next, value);
            }
            next++;
        }
        return next;
    }
}
