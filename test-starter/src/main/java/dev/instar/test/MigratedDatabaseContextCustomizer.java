package dev.instar.test;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.ClassUtils;

/** Declares how a context reaches the database of its test class, whatever {@code application.properties} says. */
record MigratedDatabaseContextCustomizer(DatabaseRequest request) implements ContextCustomizer {

    private static final String LEASE = "migratedDatabaseLease";

    /** Slices of Spring Boot would put an in-memory database in the place of one that they do not know. */
    private static final Map<String, Object> NO_REPLACEMENT = Map.of("spring.test.database.replace", "none");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("migratedDatabase", NO_REPLACEMENT));
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
        Lease lease = new Lease(request, Clones.of(request));
        declare(registry, LEASE, Lease.class, () -> lease.in(context.getBeanFactory()));
        declare(registry, "migratedDatabaseFilling", Filling.class, () -> new Filling(lease));
        ClonedDatabase database = lease.database().address();
        if (isPresent("org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails")) {
            declare(registry, "migratedDatabaseJdbc", JdbcConnection.class, () -> new JdbcConnection(database));
        }
        if (isPresent("org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails")) {
            declare(registry, "migratedDatabaseR2dbc", R2dbcConnection.class, () -> new R2dbcConnection(database));
        }
        declare(registry, "migratedDatabaseInstar", SameConnection.class, SameConnection::new);
    }

    private static <T> void declare(BeanDefinitionRegistry registry, String name, Class<T> type, Supplier<T> supplier) {
        RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
        definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        // An application that declares connection details of its own has them beside these.
        definition.setPrimary(true);
        // Where tests are built ahead of time, it is declared when they run.
        definition.setAttribute(BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE, true);
        if (!name.equals(LEASE)) {
            // What uses the database is destroyed before the database is.
            definition.setDependsOn(LEASE);
        }
        registry.registerBeanDefinition(name, definition);
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, MigratedDatabaseContextCustomizer.class.getClassLoader());
    }
}
