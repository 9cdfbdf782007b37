package dev.instar.benchmarks.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stands between a client and the server on this machine; listens in, and makes the way as long as asked. */
public final class Proxy implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket entrance;
    private final int serverPort;
    private final Duration oneWay;
    private final List<Conversation> conversations = new ArrayList<>();

    private Proxy(ServerSocket entrance, int serverPort, Duration oneWay) {
        this.entrance = entrance;
        this.serverPort = serverPort;
        this.oneWay = oneWay;
    }

    /**
     * Opens a way to the server.
     *
     * @param oneWay how long everything takes from one end to the other
     */
    public static Proxy open(int serverPort, Duration oneWay) throws IOException {
        ServerSocket entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Proxy proxy = new Proxy(entrance, serverPort, oneWay);
        Thread thread = new Thread(proxy::listen, "proxy");
        thread.setDaemon(true);
        thread.start();
        return proxy;
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** How often any client spoke after the server had, since the proxy was opened. */
    public synchronized int roundTrips() {
        return conversations.stream()
                .map(Conversation::tally)
                .mapToInt(Tally::roundTrips)
                .sum();
    }

    /** What was said since the proxy was opened or asked last. */
    public synchronized Tally take() {
        List<Tally> tallies = conversations.stream().map(Conversation::tally).toList();
        conversations.clear();
        return new Tally(
                tallies.size(),
                tallies.stream().flatMap(one -> one.statements().stream()).toList(),
                tallies.stream().mapToInt(Tally::roundTrips).sum());
    }

    private void listen() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                begin(new Conversation(client, server, oneWay));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private synchronized void begin(Conversation conversation) {
        conversations.add(conversation);
        conversation.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
