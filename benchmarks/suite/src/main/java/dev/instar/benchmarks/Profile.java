package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.revisions.Written;
import java.nio.file.Path;
import java.util.List;

/** Records where Instar spends its time; runs only when it is asked for by name. */
final class Profile implements Scenario {

    private static final List<Integer> LOOK = List.of(1_000);
    private static final List<Integer> SIZES = List.of(1_000, 5_000);
    private static final String FLAG = "-XX:StartFlightRecording:settings=profile,filename=";

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public boolean isExtra() {
        return true;
    }

    @Override
    public void run(Bench bench) throws Exception {
        for (RevisionSet set : RevisionSet.values()) {
            for (int size : bench.options().wants(set) ? bench.options().sizes(LOOK, SIZES) : List.<Integer>of()) {
                Place place = new Place(bench.server().create(), bench.server().port());
                Written written = set.write(bench, Tool.INSTAR, size);
                record(bench, size, place, written, set.scenario("fresh"));
                record(bench, size, place, written, set.scenario("idle"));
                bench.server().drop(place.database());
            }
        }
    }

    private static void record(Bench bench, int size, Place place, Written written, String what) throws Exception {
        Path recording = bench.report().file("instar-%s-%d.jfr".formatted(what, size));
        Case of = new Case("profile-" + what, size, Tool.INSTAR.label(), 1);
        bench.add(bench.processes().run(of, Tool.INSTAR, place, written, List.of(FLAG + recording.toAbsolutePath())));
    }
}
