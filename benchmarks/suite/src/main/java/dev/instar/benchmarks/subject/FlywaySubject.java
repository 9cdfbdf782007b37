package dev.instar.benchmarks.subject;

import org.flywaydb.core.Flyway;

/** Both versions: what this calls has not changed between them. */
final class FlywaySubject implements Subject {

    @Override
    public void migrate(Destination destination) {
        Flyway.configure()
                .dataSource(destination.dataSource())
                .placeholderReplacement(false)
                .load()
                .migrate();
    }
}
