package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.Mode;
import dev.instar.revision.InstarException;
import dev.instar.run.Trigger;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Brings every database to where this build expects it, before anything that needs the schema is created. The mode is
 * looked at here and not in a condition, so that an application whose conditions were decided at build time obeys it.
 * Each database is a step {@code instar.prepare} of the application's startup.
 */
public final class InstarInitializer implements InitializingBean, Ordered {

    private final MigratedDatabases databases;
    private final Patience patience;
    private final MigrateOnly migrateOnly;
    private final Function<String, List<String>> requiredTables;
    private final ApplicationStartup startup;

    InstarInitializer(
            MigratedDatabases databases,
            Patience patience,
            MigrateOnly migrateOnly,
            Function<String, List<String>> requiredTables,
            ApplicationStartup startup) {
        this.databases = databases;
        this.patience = patience;
        this.migrateOnly = migrateOnly;
        this.requiredTables = requiredTables;
        this.startup = startup;
    }

    @Override
    public void afterPropertiesSet() {
        for (MigratedDatabase database : databases.all()) {
            prepare(database);
        }
    }

    private void prepare(MigratedDatabase database) {
        StartupStep step = startup.start("instar.prepare")
                .tag("database", database.name())
                .tag("mode", database.mode().name());
        try {
            bringToTarget(database);
        } catch (InstarException failure) {
            InstarException named = database.name().equals(DatabaseRegistration.ONLY_DATABASE)
                    ? failure
                    : new DatabaseFailedException(database.name(), failure);
            step.tag("failure", named.getClass().getSimpleName());
            if (database.mode() != Mode.MIGRATE_ONLY) {
                throw named;
            }
            migrateOnly.failed(named);
        } finally {
            step.end();
        }
    }

    private void bringToTarget(MigratedDatabase database) {
        Instar instar = database.instar();
        Mode mode = database.mode();
        if (mode == Mode.OFF || migrateOnly.hasFailed()) {
            return;
        }
        if (mode == Mode.MIGRATE || mode == Mode.MIGRATE_ONLY) {
            instar.upgrade(instar.settings().target(), Trigger.STARTUP);
        } else if (mode == Mode.VERIFY) {
            UntilTheEnd.await(instar::verify);
        } else {
            UntilTheEnd.await(() -> patience.untilNothingIsPending(instar));
        }
        List<String> required = requiredTables.apply(database.name());
        if (!required.isEmpty()) {
            instar.requireTables(required);
        }
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
