package dev.instar.boot.actuate;

import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Provides {@link MigrationsEndpoint} where endpoints are exposed. */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
public final class InstarEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(MigratedDatabases.class)
    @ConditionalOnMissingBean
    MigrationsEndpoint migrationsEndpoint(MigratedDatabases databases) {
        return new MigrationsEndpoint(databases);
    }
}
