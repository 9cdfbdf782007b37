package dev.instar.benchmarks;

import dev.instar.benchmarks.candidate.Comparison;

/** What other ways to send a revision would gain; runs only when it is asked for by name. */
final class WaysToSend implements Scenario {

    private static final int TURN = 50;
    private static final int TURNS = 15;

    @Override
    public String name() {
        return "ways";
    }

    @Override
    public boolean isExtra() {
        return true;
    }

    @Override
    public void run(Bench bench) throws Exception {
        int turns = bench.options().quick() ? 2 : TURNS;
        String table = Comparison.table(bench.server(), TURN, turns);
        bench.report()
                .section(
                        "Ways to send a revision",
                        "%d revisions of two statements with a row in a history and a line in a journal each, sent by"
                                        .formatted(TURN)
                                + " plain JDBC.");
        bench.report().paragraph(table);
    }
}
