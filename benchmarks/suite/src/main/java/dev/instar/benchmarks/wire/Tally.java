package dev.instar.benchmarks.wire;

import java.util.List;

/**
 * What went over the wire, without what the driver itself says when it connects.
 *
 * @param connections how many were opened
 * @param statements the text of each statement that was executed
 * @param roundTrips how often the client spoke after the server had
 */
public record Tally(int connections, List<String> statements, int roundTrips) {

    /** Without the connection that a measured process opens before it begins, on which it says one thing. */
    public Tally withoutFirstConnection() {
        return new Tally(connections - 1, statements.subList(1, statements.size()), roundTrips - 1);
    }

    /** The statements, each on one line. */
    public List<String> oneLiners() {
        return statements.stream().map(text -> text.replaceAll("\\s+", " ")).toList();
    }
}
