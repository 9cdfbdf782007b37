package dev.instar.benchmarks.subject;

import org.flywaydb.core.Flyway;

/** Both versions: what this calls has not changed between them. */
final class FlywaySubject implements Subject {

    @Override
    public void migrate(Target target) {
        Flyway.configure()
                .dataSource(target.dataSource())
                .placeholderReplacement(false)
                .load()
                .migrate();
    }
}
