package dev.instar.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Lets the Spring context of a test class with {@link MigratedDatabase} use that database. */
final class MigratedDatabaseContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configurations) {
        return DatabaseRequest.of(testClass)
                .map(MigratedDatabaseContextCustomizer::new)
                .orElse(null);
    }
}
