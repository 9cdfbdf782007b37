package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;

/**
 * Brings every database to where this build expects it, before anything that needs the schema is created. The mode is
 * looked at here and not in a condition, so that an application whose conditions were decided at build time obeys it.
 */
public final class InstarInitializer implements InitializingBean, Ordered {

    private final MigratedDatabases databases;
    private final Patience patience;
    private final MigrateOnly migrateOnly;

    InstarInitializer(MigratedDatabases databases, Patience patience, MigrateOnly migrateOnly) {
        this.databases = databases;
        this.patience = patience;
        this.migrateOnly = migrateOnly;
    }

    @Override
    public void afterPropertiesSet() {
        databases.all().forEach(this::prepare);
    }

    private void prepare(MigratedDatabase database) {
        Instar instar = database.instar();
        switch (database.mode()) {
            case MIGRATE -> instar.upgrade(Target.HEADS, Trigger.STARTUP);
            case MIGRATE_ONLY -> migrateOnly.migrate(instar);
            case VERIFY -> instar.verify();
            case WAIT -> patience.untilNothingIsPending(instar);
            case OFF -> {}
        }
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
