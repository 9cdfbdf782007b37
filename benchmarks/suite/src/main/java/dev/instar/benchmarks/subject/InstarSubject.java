package dev.instar.benchmarks.subject;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.run.Trigger;

final class InstarSubject implements Subject {

    @Override
    public void migrate(Target target) {
        new Instar(target.dataSource(), InstarSettings.DEFAULT).upgrade(Trigger.STARTUP);
    }
}
