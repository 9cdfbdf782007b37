package dev.instar.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.revision.Direction;
import dev.instar.revision.InstarException;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import dev.instar.revision.expression.Symbol;
import dev.instar.revision.expression.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every graph. A failure names the seed; it goes into {@link #seeds()} to be run again. */
class PlannerPropertyTests {

    private static final int GRAPHS_PER_SEED = 500;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goesUpDownAndUpAgainKeepingTheClosureAtEachStep(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < GRAPHS_PER_SEED; round++) {
            RevisionGraph graph = new RandomGraphs(random).next();
            Set<RevisionId> half = new LinkedHashSet<>();
            carryOut(graph, planner(graph, half).upgrade(target(any(graph, random))), half);
            Set<RevisionId> all = new LinkedHashSet<>(half);
            carryOut(graph, planner(graph, all).upgrade(Target.HEADS), all);
            assertThat(all).hasSize(graph.size());
            Target lower = target(any(graph, random));
            carryOut(graph, planner(graph, all).downgrade(lower), all);
            assertThat(planner(graph, all).downgrade(lower).isEmpty()).isTrue();
            carryOut(graph, planner(graph, all).upgrade(Target.HEADS), all);
            assertThat(all).hasSize(graph.size());
            carryOut(graph, planner(graph, all).downgrade(Target.BASE), all);
            assertThat(all).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverLeavesTheBranchThatADowngradeNames(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < GRAPHS_PER_SEED; round++) {
            RevisionGraph graph = new RandomGraphs(random).next();
            Set<RevisionId> applied = new LinkedHashSet<>(graph.withAncestors(graph.heads()));
            RevisionId branch = any(graph, random);
            try {
                Plan plan = planner(graph, applied).downgrade(Target.parse(branch + "@base"));
                assertThat(plan.steps())
                        .allMatch(step ->
                                graph.lineage(branch).contains(step.revision().id()));
                carryOut(graph, plan, applied);
            } catch (InstarException refused) {
                assertThat(refused).hasMessageContaining("would also take");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stampsWhatTheTargetsNeedAndKeepsTheClosure(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < GRAPHS_PER_SEED; round++) {
            RevisionGraph graph = new RandomGraphs(random).next();
            Set<RevisionId> applied = new LinkedHashSet<>(graph.withAncestors(List.of(any(graph, random))));
            List<RevisionId> wanted = List.of(any(graph, random), any(graph, random));
            Stamp stamp = planner(graph, applied)
                    .stamp(wanted.stream().map(PlannerPropertyTests::target).toList());
            stamp.removed().forEach(revision -> applied.remove(revision.id()));
            stamp.added().forEach(revision -> applied.add(revision.id()));
            assertThat(applied).containsAll(wanted);
            assertThat(graph.withAncestors(applied)).isEqualTo(applied);
            assertThat(planner(graph, applied)
                            .stamp(wanted.stream()
                                    .map(PlannerPropertyTests::target)
                                    .toList())
                            .isEmpty())
                    .isTrue();
        }
    }

    /** Applies the plan step by step: up only onto what a step needs, down only from under nothing. */
    private static void carryOut(RevisionGraph graph, Plan plan, Set<RevisionId> applied) {
        for (Step step : plan.steps()) {
            Revision revision = step.revision();
            if (step.direction() == Direction.UPGRADE) {
                assertThat(applied).containsAll(revision.prerequisites());
                assertThat(applied.add(revision.id())).isTrue();
            } else {
                assertThat(applied.remove(revision.id())).isTrue();
                assertThat(applied).noneMatch(graph.withDescendants(List.of(revision.id()))::contains);
            }
            assertThat(step.gap()).isFalse();
        }
    }

    private static Planner planner(RevisionGraph graph, Set<RevisionId> applied) {
        assertThat(graph.withAncestors(applied)).isEqualTo(new HashSet<>(applied));
        return new Planner(Positions.rows(graph, new ArrayList<>(applied)));
    }

    private static RevisionId any(RevisionGraph graph, Random random) {
        return graph.inOrder().get(random.nextInt(graph.size())).id();
    }

    private static Target target(RevisionId id) {
        return new Target.Absolute(null, Symbol.of(id.value()));
    }
}
