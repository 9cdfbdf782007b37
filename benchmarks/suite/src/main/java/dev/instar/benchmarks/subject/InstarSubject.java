package dev.instar.benchmarks.subject;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;

final class InstarSubject implements Subject {

    @Override
    public void migrate(Destination destination) {
        new Instar(destination.dataSource(), InstarSettings.DEFAULT).upgrade(Target.HEADS, Trigger.STARTUP);
    }
}
