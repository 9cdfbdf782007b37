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
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** Compares the ways on one server, near and a millisecond away. */
public final class CandidateMain {

    private static final Duration ONE_WAY = Duration.ofNanos(500_000);
    private static final double MILLISECOND = 1_000_000;
    private static final int FAR = 50;

    private CandidateMain() {}

    /** Takes the number of revisions, the number of rounds, and {@code fsync} if the disk shall count. */
    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        boolean fsync = List.of(arguments).contains("fsync");
        Map<Ways, Timings> timings = new EnumMap<>(Ways.class);
        List.of(Ways.values()).forEach(way -> timings.put(way, new Timings()));
        try (Server server = Server.start(fsync);
                Proxy counting = Proxy.open(server.port(), Duration.ZERO);
                Proxy far = Proxy.open(server.port(), ONE_WAY)) {
            List<Sent> revisions = revisions(count);
            for (int round = 0; round <= rounds; round++) {
                for (Ways way : Ways.values()) {
                    Sending near = send(server, server.port(), way, revisions);
                    Sending away = send(server, far.port(), way, revisions.subList(0, FAR));
                    send(server, counting.port(), way, revisions.subList(0, FAR));
                    double trips = counting.take().roundTrips() / (double) FAR;
                    if (round > 0) {
                        timings.getOrDefault(way, new Timings()).add(near, away, trips);
                    }
                }
            }
            System.out.printf("%s, %d revisions, %d rounds%n", server.settings(), count, rounds);
            timings.forEach((way, times) -> System.out.printf("%-24s %s%n", way, times));
        }
        System.exit(0);
    }

    private static Sending send(Server server, int port, Ways way, List<Sent> revisions)
            throws SQLException, IOException {
        String database = server.create();
        try (Connection connection = DriverManager.getConnection(Server.url(database, port))) {
            Rows.createTables(connection);
            Path usage = Path.of("/proc/%d/schedstat"
                    .formatted(connection.unwrap(PGConnection.class).getBackendPID()));
            double server1 = used(usage);
            long client = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            way.send(connection, revisions);
            return new Sending(
                    (System.nanoTime() - start) / MILLISECOND,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - client) / MILLISECOND,
                    used(usage) - server1);
        } finally {
            server.drop(database);
        }
    }

    private static double used(Path usage) throws IOException {
        return Files.exists(usage) ? Long.parseLong(Files.readString(usage).split(" ")[0]) / MILLISECOND : 0;
    }

    private static List<Sent> revisions(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Sent(
                        "%05d".formatted(number),
                        List.of(
                                """
                                CREATE TABLE item_%05d (
                                    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                    name        varchar(120) NOT NULL,
                                    status      varchar(20) NOT NULL DEFAULT 'new',
                                    amount      numeric(12, 2),
                                    created_at  timestamp with time zone NOT NULL DEFAULT now()
                                )""".formatted(number),
                                "CREATE INDEX item_%1$05d_name_idx ON item_%1$05d (name)".formatted(number)),
                        "DROP TABLE item_%05d;".formatted(number)))
                .toList();
    }
}
