package dev.instar.fault;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A network that can be cut, and that can fall silent without closing anything. */
public final class Proxy implements AutoCloseable {

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    public Proxy(int target) {
        this(target, 0);
    }

    Proxy(int target, int port) {
        this.target = target;
        try {
            this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Leads to the database. */
    DataSource dataSource(TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(database.url().replace(":" + target, ":" + port()));
        dataSource.setUser("postgres");
        return dataSource;
    }

    /** Closes every connection there is; new ones work. */
    public void cut() {
        sockets.forEach(Proxy::close);
        sockets.clear();
    }

    /** From now on nothing comes through any more, on connections old and new, and none is closed. */
    public void fallSilent() {
        silent = true;
    }

    /** New connections work again; those that were silent stay so. */
    public void recover() {
        sockets.clear();
        silent = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(database);
                daemon(() -> pump(client, database));
                daemon(() -> pump(database, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (silent || !sockets.contains(from)) {
                    return;
                }
                out.write(buffer, 0, count);
            }
            close(to);
        } catch (IOException cut) {
            close(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
