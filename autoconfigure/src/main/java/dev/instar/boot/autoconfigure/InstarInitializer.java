package dev.instar.boot.autoconfigure;

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

    InstarInitializer(MigratedDatabases databases) {
        this.databases = databases;
    }

    @Override
    public void afterPropertiesSet() {
        databases.all().forEach(InstarInitializer::prepare);
    }

    private static void prepare(MigratedDatabase database) {
        switch (database.mode()) {
            case MIGRATE -> database.instar().upgrade(Target.HEADS, Trigger.STARTUP);
            case VERIFY -> database.instar().verify();
            case OFF -> {}
        }
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
