package dev.instar.benchmarks.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One connection through the proxy. */
final class Conversation {

    private static final int BUFFER = 64 * 1024;

    private final Socket client;
    private final Socket server;
    private final long oneWayNanos;
    private final List<String> statements = new ArrayList<>();
    private final FrontendParser parser = new FrontendParser(this::executed);
    private boolean serverSpoke = true;
    private boolean useful;
    private int roundTrips;

    Conversation(Socket client, Socket server, Duration oneWay) {
        this.client = client;
        this.server = server;
        this.oneWayNanos = oneWay.toNanos();
    }

    void start() {
        daemon(() -> pass(client, server, true));
        daemon(() -> pass(server, client, false));
    }

    synchronized Tally tally() {
        return new Tally(1, List.copyOf(statements), roundTrips);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "conversation");
        thread.setDaemon(true);
        thread.start();
    }

    private void pass(Socket from, Socket to, boolean fromClient) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard(fromClient, buffer, read);
                if (oneWayNanos > 0) {
                    LockSupport.parkNanos(oneWayNanos);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException over) {
            // Either side has hung up, and the other now hears of it.
        }
    }

    private synchronized void heard(boolean fromClient, byte[] buffer, int length) {
        if (!fromClient) {
            serverSpoke = true;
            return;
        }
        useful = false;
        parser.accept(buffer, length);
        if (serverSpoke && useful) {
            roundTrips++;
            serverSpoke = false;
        }
    }

    /** Counts what the tool wants, not what the driver says of its own accord after connecting. */
    private void executed(String statement) {
        if (!statement.startsWith("SET extra_float_digits") && !statement.startsWith("SET application_name = 'Postg")) {
            statements.add(statement.strip());
            useful = true;
        }
    }
}
