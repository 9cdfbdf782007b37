package dev.instar.benchmarks;

import dev.instar.benchmarks.server.Server;

/**
 * Where a tool shall find its database.
 *
 * @param port that of the server, or of something that leads to it
 */
record Place(String database, int port) {

    String url() {
        return Server.url(database, port);
    }
}
