package dev.instar.boot.entity;

import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.autoconfigure.InstarProperties;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;

/** Finds the entities of the application, for commands that compare them with the database, and for proposals. */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@Conditional(EntitiesCondition.class)
@Import({
    EntityAutoConfiguration.Jpa.class,
    EntityAutoConfiguration.Aggregates.class,
    EntityAutoConfiguration.Proposing.class
})
public final class EntityAutoConfiguration {

    @Bean
    EntitySources instarEntitySources(ObjectProvider<EntitySource> sources) {
        return new EntitySources(sources.orderedStream().toList());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean")
    static final class Jpa {

        @Bean
        static JpaScripts instarJpaScripts(Environment environment) {
            return new JpaScripts(EntitiesCondition.isCommand(environment));
        }

        @Bean
        JpaEntities instarJpaEntities(ListableBeanFactory beans, JpaScripts scripts) {
            return new JpaEntities(beans, scripts);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.data.jdbc.core.convert.JdbcConverter")
    static final class Aggregates {

        @Bean
        AggregateEntities instarAggregateEntities(
                ListableBeanFactory beans,
                ObjectProvider<RelationalMappingContext> mappings,
                ObjectProvider<JdbcConverter> converters) {
            return new AggregateEntities(beans, mappings, converters);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("instar.autogenerate.propose")
    static final class Proposing {

        @Bean
        ApplicationListener<ApplicationReadyEvent> instarProposal(
                ObjectProvider<MigratedDatabases> databases, EntitySources sources, InstarProperties properties) {
            return event -> databases.ifAvailable(all -> new Proposal(sources, properties.getAutogenerate()).make(all));
        }
    }
}
