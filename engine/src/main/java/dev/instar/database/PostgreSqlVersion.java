package dev.instar.database;

import dev.instar.jdbc.Session;

/** The major version of a server. */
final class PostgreSqlVersion {

    private static final int MINORS = 10_000;

    private PostgreSqlVersion() {}

    static int of(Session session) {
        return session.number("SELECT current_setting('server_version_num')::int") / MINORS;
    }
}
