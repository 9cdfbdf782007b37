package dev.instar.benchmarks.pure;

import dev.instar.plan.Plan;
import dev.instar.plan.Planner;
import dev.instar.plan.Position;
import dev.instar.revision.Checksum;
import dev.instar.revision.Origin;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Target;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 100,000 revisions, in which two branches part and meet again at every tenth. */
@State(Scope.Benchmark)
public class Graph {

    private static final int REVISIONS = 100_000;
    private static final int SPAN = 10;

    private final List<Revision> revisions =
            IntStream.range(0, REVISIONS).mapToObj(Graph::revision).toList();
    private final RevisionGraph graph = RevisionGraph.of(revisions);

    private static Revision revision(int number) {
        int place = number % SPAN;
        List<RevisionId> parents;
        if (number == 0) {
            parents = List.of();
        } else if (place == 0) {
            parents = List.of(id(number - 1), id(number - 2));
        } else {
            parents = List.of(id(place == 1 ? number - 1 : number - 2));
        }
        return new Revision(
                id(number),
                parents,
                List.of(),
                null,
                "Revision " + number,
                new Checksum("sha256-tokens-1", "0123456789abcdef".repeat(4)),
                true,
                new Origin("db/migration/" + number + ".sql", 1));
    }

    private static RevisionId id(int number) {
        return new RevisionId("%08x".formatted(number));
    }

    /** Checks and sorts all of them. */
    @Benchmark
    public RevisionGraph graph() {
        return RevisionGraph.of(revisions);
    }

    /** Plans the way from an empty database to the newest. */
    @Benchmark
    public Plan plan() {
        return new Planner(new Position(graph, List.of())).upgrade(Target.HEADS);
    }
}
