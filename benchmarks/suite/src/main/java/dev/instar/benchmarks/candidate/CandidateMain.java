package dev.instar.benchmarks.candidate;

import dev.instar.benchmarks.server.Server;
import dev.instar.benchmarks.wire.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
            for (int round = 1; round <= rounds; round++) {
                timings.forEach((way, times) -> {
                    double near = time(server, server.port(), way, revisions);
                    double away = time(server, far.port(), way, revisions.subList(0, FAR));
                    time(server, counting.port(), way, revisions.subList(0, FAR));
                    times.add(near, away, counting.take().roundTrips() / (double) FAR);
                });
            }
            System.out.printf("%s, %d revisions, %d rounds%n", server.settings(), count, rounds);
            timings.forEach((way, times) -> System.out.printf("%-24s %s%n", way, times));
        }
        System.exit(0);
    }

    private static double time(Server server, int port, Ways way, List<Sent> revisions) {
        try {
            String database = server.create();
            try (Connection connection = DriverManager.getConnection(Server.url(database, port))) {
                Rows.createTables(connection);
                long start = System.nanoTime();
                way.send(connection, revisions);
                return (System.nanoTime() - start) / MILLISECOND;
            } finally {
                server.drop(database);
            }
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
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
