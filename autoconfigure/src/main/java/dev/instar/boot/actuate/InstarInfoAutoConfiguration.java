package dev.instar.boot.actuate;

import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Provides the section {@code instar} of the info endpoint, unless {@code management.info.instar.enabled=false}. */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
@ConditionalOnBean(MigratedDatabases.class)
@ConditionalOnEnabledInfoContributor("instar")
public final class InstarInfoAutoConfiguration {

    @Bean
    InfoContributor instarInfoContributor(MigratedDatabases databases) {
        return new InstarInfoContributor(databases);
    }
}
