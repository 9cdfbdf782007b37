package dev.instar.test;

import dev.instar.Instar;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Creates the database when the application's engine, which knows the revisions, is there and nobody has used it yet. */
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
        return bean;
    }
}
