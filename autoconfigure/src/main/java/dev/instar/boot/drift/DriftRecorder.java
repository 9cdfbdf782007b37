package dev.instar.boot.drift;

import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.RunListenerFactory;
import dev.instar.run.Outcome;
import dev.instar.run.RunListener;
import dev.instar.run.RunReport;
import org.springframework.beans.factory.ObjectProvider;

/** Lets every database be remembered as a run has left it. */
final class DriftRecorder implements RunListenerFactory {

    private final ObjectProvider<MigratedDatabases> databases;

    DriftRecorder(ObjectProvider<MigratedDatabases> databases) {
        this.databases = databases;
    }

    @Override
    public RunListener listenTo(String name) {
        return new RunListener() {
            @Override
            public void runFinished(RunReport report) {
                if (report.outcome() == Outcome.SUCCESS) {
                    remember(name, report);
                }
            }
        };
    }

    /** The databases are looked up late: they are made of engines, which are made of listeners. */
    private void remember(String name, RunReport report) {
        for (MigratedDatabase database : databases.getObject().all()) {
            if (database.name().equals(name)) {
                database.instar().schema().remember(report.run().id());
            }
        }
    }
}
