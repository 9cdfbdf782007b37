package dev.instar.benchmarks.candidate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The ways that are compared. */
enum Ways implements Way {
    /** What the engine does today: an intent of its own, and a look at the last hash before each line. */
    STATEMENT_BY_STATEMENT("as now: statement by statement, intent, last hash read") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            for (Sent revision : revisions) {
                execute(connection, Rows.LAST_HASH);
                journal(connection, revision, "intent");
                connection.setAutoCommit(false);
                for (String statement : revision.statements()) {
                    execute(connection, statement);
                }
                history(connection, revision);
                execute(connection, Rows.LAST_HASH);
                journal(connection, revision, "applied");
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    },
    /** The same without the looks: the hash of the last line is remembered. */
    HASH_REMEMBERED("the last hash remembered") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            for (Sent revision : revisions) {
                journal(connection, revision, "intent");
                connection.setAutoCommit(false);
                for (String statement : revision.statements()) {
                    execute(connection, statement);
                }
                history(connection, revision);
                journal(connection, revision, "applied");
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    },
    /** All statements in one trip, both rows in one, the commit in one; no intent, as a transaction needs none. */
    THREE_TRIPS("no intent; statements, rows, commit: a trip each") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (Sent revision : revisions) {
                execute(connection, revision.text());
                rows(connection, revision, "");
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    },
    /** The same with statements in a JDBC batch, which tells which of them failed. */
    THREE_TRIPS_BATCH("the same, statements as a batch") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (Sent revision : revisions) {
                batch(connection, revision.statements());
                rows(connection, revision, "");
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    },
    /** The commit rides behind the rows. */
    TWO_TRIPS("the commit rides behind the rows") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (Sent revision : revisions) {
                batch(connection, revision.statements());
                rows(connection, revision, ";\nCOMMIT");
            }
            connection.setAutoCommit(true);
        }
    },
    /** Everything in one prepared text; question marks of the script have to be doubled. */
    ONE_TRIP("everything in one text") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (Sent revision : revisions) {
                everything(connection, revision, ";\nCOMMIT");
            }
            connection.setAutoCommit(true);
        }
    },
    GROUPS_OF_10("one text, commit after 10") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            groups(connection, revisions, 10);
        }
    },
    GROUPS_OF_50("one text, commit after 50") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            groups(connection, revisions, 50);
        }
    },
    /** Groups of 50 whose rows are written behind them, all rows of a group as two batches. */
    GROUPS_OF_50_ROWS_LAST("groups of 50, a batch each, rows behind the group") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (int from = 0; from < revisions.size(); from += 50) {
                List<Sent> group = revisions.subList(from, Math.min(revisions.size(), from + 50));
                for (Sent revision : group) {
                    batch(connection, revision.statements());
                }
                rowsOf(connection, group);
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    },
    /** As before, and all statements of a group are one batch. */
    GROUPS_OF_50_ONE_BATCH("groups of 50, one batch, rows behind the group") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (int from = 0; from < revisions.size(); from += 50) {
                List<Sent> group = revisions.subList(from, Math.min(revisions.size(), from + 50));
                batch(
                        connection,
                        group.stream()
                                .flatMap(revision -> revision.statements().stream())
                                .toList());
                rowsOf(connection, group);
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    },
    /** No rows at all, one transaction: what the server itself needs. */
    ONLY_STATEMENTS("no rows at all, one transaction") {
        @Override
        public void send(Connection connection, List<Sent> revisions) throws SQLException {
            connection.setAutoCommit(false);
            for (Sent revision : revisions) {
                execute(connection, revision.text());
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    };

    private final String title;

    Ways(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    private static void groups(Connection connection, List<Sent> revisions, int size) throws SQLException {
        connection.setAutoCommit(false);
        int sent = 0;
        for (Sent revision : revisions) {
            everything(connection, revision, ++sent % size == 0 ? ";\nCOMMIT" : "");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void everything(Connection connection, Sent revision, String end) throws SQLException {
        String text = revision.text().replace("?", "??") + ";\n" + Rows.HISTORY + ";\n" + Rows.JOURNAL + end;
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int next = Rows.bindHistory(statement, 1, revision);
            Rows.bindJournal(statement, next, revision, "applied");
            statement.execute();
        }
    }

    private static void rows(Connection connection, Sent revision, String end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Rows.HISTORY + ";\n" + Rows.JOURNAL + end)) {
            int next = Rows.bindHistory(statement, 1, revision);
            Rows.bindJournal(statement, next, revision, "applied");
            statement.execute();
        }
    }

    private static void rowsOf(Connection connection, List<Sent> group) throws SQLException {
        try (PreparedStatement history = connection.prepareStatement(Rows.HISTORY);
                PreparedStatement journal = connection.prepareStatement(Rows.JOURNAL)) {
            for (Sent revision : group) {
                Rows.bindHistory(history, 1, revision);
                history.addBatch();
                Rows.bindJournal(journal, 1, revision, "applied");
                journal.addBatch();
            }
            history.executeBatch();
            journal.executeBatch();
        }
    }

    private static void batch(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
        }
    }

    private static void history(Connection connection, Sent revision) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Rows.HISTORY)) {
            Rows.bindHistory(statement, 1, revision);
            statement.executeUpdate();
        }
    }

    private static void journal(Connection connection, Sent revision, String event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Rows.JOURNAL)) {
            Rows.bindJournal(statement, 1, revision, event);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
