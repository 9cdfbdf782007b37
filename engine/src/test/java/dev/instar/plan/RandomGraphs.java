package dev.instar.plan;

import dev.instar.revision.GraphText;
import dev.instar.revision.InvalidRevisionsException;
import dev.instar.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sound graphs of any shape: roots, branches, merges and dependencies, in files of any order. */
final class RandomGraphs {

    private final Random random;

    RandomGraphs(Random random) {
        this.random = random;
    }

    RevisionGraph next() {
        while (true) {
            try {
                return GraphText.graph(lines().toArray(String[]::new));
            } catch (InvalidRevisionsException redundantMergeParent) {
                // The only way in which these lines can be wrong: roll the dice again.
            }
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int size = 1 + random.nextInt(14);
        for (int number = 0; number < size; number++) {
            String parents = pick(number, new int[] {0, 1, 1, 1, 1, 1, 2, 2, 3}[random.nextInt(9)]);
            String dependencies = pick(number, random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0);
            lines.add("r" + number
                    + (parents.isEmpty() ? "" : " <- " + parents)
                    + (dependencies.isEmpty() ? "" : " needs " + dependencies));
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private String pick(int below, int count) {
        List<String> picked = random.ints(0, Math.max(below, 1))
                .limit(below == 0 ? 0 : count)
                .distinct()
                .mapToObj(number -> "r" + number)
                .toList();
        return String.join(", ", picked);
    }
}
