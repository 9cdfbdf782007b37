package dev.instar.boot.health;

import dev.instar.boot.DriftSnapshots;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.autoconfigure.InstarProperties;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the health contributor {@code migrations}, the group {@code database} that shows it to everyone, and the
 * group {@code detailed} that shows the state of everything. Groups of these names that the application has are left
 * alone.
 */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(MigratedDatabases.class)
@ConditionalOnEnabledHealthIndicator(MigrationsGroup.MEMBER)
public final class InstarHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(
            name = {"migrationsHealthIndicator", "migrationsHealthContributor"},
            search = SearchStrategy.CURRENT)
    HealthContributor migrationsHealthContributor(MigratedDatabases databases, ObjectProvider<DriftSnapshots> drifts) {
        DriftSnapshots watched = drifts.getIfAvailable();
        return databases.all().size() == 1
                ? new MigrationsHealthIndicator(databases.all().get(0), watched)
                : CompositeHealthContributor.fromMap(
                        databases.all().stream()
                                .collect(Collectors.toMap(
                                        MigratedDatabase::name,
                                        Function.identity(),
                                        (one, other) -> one,
                                        LinkedHashMap::new)),
                        database -> new MigrationsHealthIndicator(database, watched));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = {
                "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
                "org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper"
            })
    static class Groups {

        @Bean
        InstarHealthGroupsPostProcessor instarHealthGroupsPostProcessor(
                InstarProperties properties, ListableBeanFactory beans) {
            return new InstarHealthGroupsPostProcessor(
                    properties.getHealth().showDetails(), ContributorNames.in(beans));
        }
    }
}
