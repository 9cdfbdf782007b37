package dev.instar.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Lets everything that needs the schema wait for {@link InstarInitializer}. Where Hibernate shall come before all other
 * initializers, Instar is the last of them: any earlier, each would wait for the other.
 */
final class InstarInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    private final boolean afterHibernate;

    InstarInitializerDetector(Environment environment) {
        this.afterHibernate =
                environment.getProperty("spring.jpa.defer-datasource-initialization", boolean.class, false);
    }

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(InstarInitializer.class);
    }

    @Override
    public int getOrder() {
        return afterHibernate ? Ordered.LOWEST_PRECEDENCE : 0;
    }
}
