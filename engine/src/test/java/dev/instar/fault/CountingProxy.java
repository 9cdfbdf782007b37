package dev.instar.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A network that counts how often a client speaks up after it has listened: its round trips. */
final class CountingProxy implements AutoCloseable {

    /** Asks for the port of the session that migrates this database. */
    static final String MIGRATING_PORT =
            "SELECT client_port FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted"
                    + " AND datname = current_database()";

    private final int target;
    private final ServerSocket server;
    private final List<Conversation> conversations = new CopyOnWriteArrayList<>();

    CountingProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The way to a database through here. */
    DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url.replaceFirst(":\\d+/", ":" + port() + "/"));
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
        return dataSource;
    }

    /** The round trips so far on the connection that the database sees come from this port. */
    int roundTrips(int port) {
        return conversations.stream()
                .filter(one -> one.database.getLocalPort() == port)
                .mapToInt(one -> one.roundTrips.get())
                .sum();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                conversations.add(new Conversation(server.accept(), new Socket(server.getInetAddress(), target)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        conversations.forEach(Conversation::close);
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One connection. A request that arrives in pieces is one, because nobody answers half of it. */
    private static final class Conversation {

        private final Socket client;
        private final Socket database;
        private final AtomicBoolean clientListens = new AtomicBoolean(true);
        private final AtomicInteger roundTrips = new AtomicInteger();

        Conversation(Socket client, Socket database) throws IOException {
            this.client = client;
            this.database = database;
            client.setTcpNoDelay(true);
            database.setTcpNoDelay(true);
            daemon(() -> pump(client, database, this::asked));
            daemon(() -> pump(database, client, () -> clientListens.set(true)));
        }

        private void asked() {
            if (clientListens.getAndSet(false)) {
                roundTrips.incrementAndGet();
            }
        }

        private void pump(Socket from, Socket to, Runnable heard) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[64 * 1024];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    heard.run();
                    out.write(buffer, 0, count);
                }
            } catch (IOException closed) {
                // The other direction ends with this one.
            }
            close();
        }

        void close() {
            try {
                client.close();
                database.close();
            } catch (IOException gone) {
                // That is what was wanted.
            }
        }
    }
}
