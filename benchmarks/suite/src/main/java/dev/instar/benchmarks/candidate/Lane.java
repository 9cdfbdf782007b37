package dev.instar.benchmarks.candidate;

import dev.instar.benchmarks.server.Server;
import dev.instar.benchmarks.wire.Proxy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** One way on a database of its own, which grows from turn to turn. */
final class Lane implements AutoCloseable {

    private static final double MILLISECOND = 1_000_000;

    private final Server server;
    private final String database;
    private final Connection connection;
    private final Path statistics;
    private final Ways way;
    private int sent;

    Lane(Server server, int port, Ways way) throws SQLException {
        this.server = server;
        this.way = way;
        this.database = server.create();
        this.connection = DriverManager.getConnection(Server.url(database, port));
        this.statistics = Path.of("/proc/%d/schedstat"
                .formatted(connection.unwrap(PGConnection.class).getBackendPID()));
        Rows.createTables(connection);
    }

    Sending send(int count) throws SQLException, IOException {
        List<Sent> revisions =
                IntStream.range(0, count).mapToObj(number -> Sent.table(++sent)).toList();
        double serverBefore = usedByServer();
        double clientBefore = usedHere();
        long start = System.nanoTime();
        way.send(connection, revisions);
        double millis = (System.nanoTime() - start) / MILLISECOND;
        return new Sending(millis, usedHere() - clientBefore, usedByServer() - serverBefore);
    }

    double roundTrips(int count, Proxy proxy) throws SQLException, IOException {
        int before = proxy.roundTrips();
        send(count);
        return (proxy.roundTrips() - before) / (double) count;
    }

    private static double usedHere() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / MILLISECOND;
    }

    private double usedByServer() throws IOException {
        return Files.exists(statistics)
                ? Long.parseLong(Files.readString(statistics).split(" ")[0]) / MILLISECOND
                : 0;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.drop(database);
    }
}
