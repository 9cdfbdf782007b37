package dev.instar.benchmarks;

import dev.instar.benchmarks.report.Case;
import dev.instar.benchmarks.revisions.Changes;
import dev.instar.benchmarks.revisions.Written;
import java.nio.file.Path;
import java.util.List;

/** Records where Instar spends its time; runs only when it is asked for by name. */
final class Profile implements Scenario {

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
        for (int size : bench.options().quick() ? SIZES.subList(0, 1) : SIZES) {
            Place place = new Place(bench.server().create(), bench.server().port());
            record(bench, size, place, "fresh");
            record(bench, size, place, "idle");
            bench.server().drop(place.database());
        }
    }

    private static void record(Bench bench, int size, Place place, String what) throws Exception {
        Written written = bench.write("small-" + size, Tool.INSTAR, Changes.small(size));
        Path recording = bench.report().file("instar-%s-%d.jfr".formatted(what, size));
        Case of = new Case("profile-" + what, size, Tool.INSTAR.label(), 1);
        bench.add(bench.processes().run(of, Tool.INSTAR, place, written, List.of(FLAG + recording.toAbsolutePath())));
    }
}
