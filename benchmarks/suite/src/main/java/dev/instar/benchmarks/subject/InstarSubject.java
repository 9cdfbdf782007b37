package dev.instar.benchmarks.subject;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunManner;
import dev.instar.run.Trigger;

final class InstarSubject implements Subject {

    private final boolean groups;

    /** Without groups each revision is committed by itself, as in a database that is in use. */
    InstarSubject(boolean groups) {
        this.groups = groups;
    }

    @Override
    public void migrate(Destination destination) {
        RunManner manner = groups ? RunManner.DEFAULT : RunManner.DEFAULT.withGroupSize(1);
        InstarSettings settings = InstarSettings.DEFAULT.withExecution(ExecutionSettings.DEFAULT.withManner(manner));
        new Instar(destination.dataSource(), settings).upgrade(Target.HEADS, Trigger.STARTUP);
    }
}
