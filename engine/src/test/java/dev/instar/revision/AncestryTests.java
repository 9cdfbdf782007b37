package dev.instar.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AncestryTests {

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheClosureForEachPairOfARandomGraph(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            NumberedRevisions revisions = new NumberedRevisions(random(random));
            Ancestry ancestry = new Ancestry(revisions.parents(), revisions.children(), TopologicalOrder.of(revisions));
            for (int descendant = 0; descendant < revisions.size(); descendant++) {
                BitSet ancestors = revisions.parents().reach(descendant);
                for (int ancestor = 0; ancestor < revisions.size(); ancestor++) {
                    if (ancestor != descendant) {
                        assertThat(ancestry.isAncestor(ancestor, descendant)).isEqualTo(ancestors.get(ancestor));
                    }
                }
            }
        }
    }

    private static List<Revision> random(Random random) {
        return GraphText.revisions(IntStream.range(0, 20)
                .mapToObj(number -> "r" + number + " <- "
                        + random.ints(random.nextInt(4), 0, Math.max(number, 1))
                                .filter(parent -> parent < number)
                                .distinct()
                                .mapToObj(parent -> "r" + parent)
                                .collect(Collectors.joining(", ")))
                .toArray(String[]::new));
    }
}
