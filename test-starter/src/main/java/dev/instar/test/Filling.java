package dev.instar.test;

import dev.instar.Instar;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.Mode;
import dev.instar.revision.InstarException;
import dev.instar.revision.Listing;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Creates the database when the application's engine, which knows the revisions, is there and nobody has used it yet; and
 * sees to it that the application uses it.
 */
final class Filling implements BeanPostProcessor {

    private final Lease lease;

    Filling(Lease lease) {
        this.lease = lease;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof Instar instar) {
            lease.database().create(instar);
        }
        if (bean instanceof MigratedDatabases databases) {
            refuseOthers(databases.all());
        }
        return bean;
    }

    /** Data sources that the application makes by itself, of properties, would have the test change what is there. */
    private void refuseOthers(List<dev.instar.boot.MigratedDatabase> databases) {
        List<String> migrated = databases.stream()
                .filter(database -> databases.size() == 1 || database.mode() != Mode.OFF)
                .map(Filling::nameOf)
                .toList();
        if (!migrated.isEmpty() && !migrated.contains(lease.database().address().name())) {
            throw new InstarException(
                    "This test would migrate the %s %s, and not the one that '@MigratedDatabase' gives it."
                            .formatted(migrated.size() == 1 ? "database" : "databases", Listing.of(migrated)),
                    "Make the data source of the application, or the one with '@InstarDataSource', from the bean"
                            + " 'JdbcConnectionDetails', as Spring Boot makes its own.");
        }
    }

    private static String nameOf(dev.instar.boot.MigratedDatabase database) {
        return database.instar()
                .schema()
                .show((session, product, isOwn) ->
                        session.texts("SELECT current_database()").get(0));
    }
}
