package dev.instar.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.instar.revision.InstarException;
import dev.instar.revision.RevisionGraph;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed: a result, or one sentence of what is wrong and one of what to do. Never anything else. */
class AnyInputTests {

    private static final List<String> COMMANDS = List.of(
            "upgrade",
            "downgrade",
            "stamp",
            "stamp --purge",
            "show",
            "history",
            "revision",
            "revision --splice",
            "merge",
            "merge --splice",
            "upgrade --sql",
            "downgrade --sql",
            "stamp --sql");
    private static final List<String> PIECES = List.of(
            "head",
            "heads",
            "base",
            "current",
            "r0",
            "r1",
            "r2",
            "r7",
            "r",
            "x",
            "@",
            "@",
            "+",
            "-",
            "+1",
            "-1",
            "+2",
            "-2",
            "+99999999999",
            "0",
            "1",
            ":",
            ":",
            ",",
            "",
            " ",
            "%s",
            "'",
            "\n",
            "é",
            "\uD83D\uDC1B");

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isAnsweredOrRefusedInWords(long seed) {
        Random random = new Random(seed);
        RandomGraphs graphs = new RandomGraphs(random);
        RevisionGraph graph = graphs.next();
        for (int round = 0; round < 2_000; round++) {
            graph = round % 10 == 0 ? graphs.next() : graph;
            Position position = Positions.at(
                    graph,
                    List.of(graph.inOrder().get(random.nextInt(graph.size())).id()));
            String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
            String target = IntStream.range(0, random.nextInt(6))
                    .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());
            answer(new TargetCommand(graph, position), command, target);
        }
    }

    private static void answer(TargetCommand commands, String command, String target) {
        try {
            assertThat(commands.run(command, target)).isNotEmpty();
        } catch (InstarException refused) {
            assertThat(refused.description()).matches("(?s).*[.:\n]");
            assertThat(refused.action()).matches(".*[.?]");
        } catch (RuntimeException unexpected) {
            fail("%s '%s'".formatted(command, target), unexpected);
        }
    }
}
