package dev.instar.boot.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Lets everything that needs the schema wait for {@link InstarInitializer}, scripts of the application's too. What other
 * tools migrate is there before it, and so is what Hibernate creates where that shall come before all initializers.
 */
final class InstarInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    private static final boolean R2DBC = ClassUtils.isPresent(
            "org.springframework.boot.r2dbc.init.R2dbcScriptDatabaseInitializer",
            InstarInitializerDetector.class.getClassLoader());

    /** Flyway has one, Liquibase and Hibernate have zero. */
    private static final int BEHIND_OTHER_TOOLS = 2;

    /** They have zero too, unlike those over JDBC, which come last. */
    private static final int BEFORE_SCRIPTS_OF_R2DBC = -1;

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
        return afterHibernate || !R2DBC ? BEHIND_OTHER_TOOLS : BEFORE_SCRIPTS_OF_R2DBC;
    }
}
