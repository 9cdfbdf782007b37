package dev.instar.test;

import dev.instar.Instar;
import dev.instar.revision.InstarException;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Creates the database when the application's engine, which knows the revisions, is there and nobody has used it yet. */
final class Filling implements BeanPostProcessor {

    /** The engine that nobody but the auto-configuration declares. */
    private static final String CONFIGURED = "instar";

    private final Lease lease;

    Filling(Lease lease) {
        this.lease = lease;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof Instar instar) {
            lease.database().create(instar);
            if (name.equals(CONFIGURED)) {
                refuseAnother(instar);
            }
        }
        return bean;
    }

    /** A data source that the application makes by itself, of properties, would have the test change what is there. */
    private void refuseAnother(Instar instar) {
        String leadsTo = instar.schema()
                .show((session, database, isOwn) ->
                        session.texts("SELECT current_database()").get(0));
        if (!leadsTo.equals(lease.database().address().name())) {
            throw new InstarException(
                    "This test would migrate the database '%s', and not the one that '@MigratedDatabase' gives it."
                            .formatted(leadsTo),
                    "Make the data source of the application, or the one with '@InstarDataSource', from the bean"
                            + " 'JdbcConnectionDetails', as Spring Boot makes its own.");
        }
    }
}
