package dev.instar.database;

import dev.instar.jdbc.Session;

/** The major version of a server. */
final class PostgreSqlVersion {

    private static final int MINORS = 10_000;

    private PostgreSqlVersion() {}

    static int of(Session session) {
        return session.query("SELECT current_setting('server_version_num')::int", (row, number) -> row.getInt(1))
                        .get(0)
                / MINORS;
    }
}
