package dev.instar.fault;

import dev.instar.plan.Plan;
import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import java.util.ArrayList;
import java.util.List;

/** Hears how often a run is told to have started, and how it is told to have ended. */
final class Ends implements RunListener {

    private final List<RunReport> reports = new ArrayList<>();
    private int starts;

    @Override
    public void runStarted(Run run, Plan plan) {
        starts++;
    }

    @Override
    public void runFinished(RunReport report) {
        reports.add(report);
    }

    int starts() {
        return starts;
    }

    List<Outcome> outcomes() {
        return reports.stream().map(RunReport::outcome).toList();
    }
}
