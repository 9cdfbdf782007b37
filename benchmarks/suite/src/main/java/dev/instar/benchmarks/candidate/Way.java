package dev.instar.benchmarks.candidate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A way to send revisions, each with its row in the history and its line in the journal. */
interface Way {

    /** Sends all of them; the connection is in autocommit, and shall be left so. */
    void send(Connection connection, List<Sent> revisions) throws SQLException;
}
