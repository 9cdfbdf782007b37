package dev.instar.benchmarks.candidate;

import dev.instar.benchmarks.server.Server;
import dev.instar.benchmarks.wire.Proxy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Compares the ways to send revisions on one server: near, a millisecond away, and counted. */
public final class Comparison {

    private static final Duration ONE_WAY = Duration.ofNanos(500_000);

    private final int turn;
    private final Map<Ways, Timings> timings = new EnumMap<>(Ways.class);

    private Comparison(int turn) {
        this.turn = turn;
    }

    /**
     * Lets the ways send by turns, and returns a table.
     *
     * @param turn how many revisions are sent before it is the next way's turn
     */
    public static String table(Server server, int turn, int turns) throws SQLException, IOException {
        Comparison comparison = new Comparison(turn);
        try (Proxy counting = Proxy.open(server.port(), Duration.ZERO);
                Proxy far = Proxy.open(server.port(), ONE_WAY)) {
            comparison.compare(server, server.port(), turns, Timings::near);
            comparison.compare(server, far.port(), Math.max(1, turns / 3), Timings::far);
            for (Ways way : Ways.values()) {
                try (Lane lane = new Lane(server, counting.port(), way)) {
                    lane.send(turn);
                    comparison.timings(way).counted(lane.roundTrips(turn, counting));
                }
            }
        }
        StringBuilder rows = new StringBuilder(Timings.TITLE);
        comparison.timings.forEach((way, times) -> rows.append(times.row(way.title())));
        return rows.toString();
    }

    private void compare(Server server, int port, int turns, Keeper keeper) throws SQLException, IOException {
        Map<Ways, Lane> lanes = new EnumMap<>(Ways.class);
        try {
            for (Ways way : Ways.values()) {
                Lane lane = new Lane(server, port, way);
                lanes.put(way, lane);
                lane.send(turn);
            }
            for (int number = 0; number < turns; number++) {
                for (Map.Entry<Ways, Lane> lane : lanes.entrySet()) {
                    keeper.keep(timings(lane.getKey()), lane.getValue().send(turn));
                }
            }
        } finally {
            for (Lane lane : lanes.values()) {
                lane.close();
            }
        }
    }

    private Timings timings(Ways way) {
        return timings.computeIfAbsent(way, first -> new Timings());
    }

    /** Where the time of a turn goes. */
    private interface Keeper {
        void keep(Timings timings, Sending sending);
    }
}
