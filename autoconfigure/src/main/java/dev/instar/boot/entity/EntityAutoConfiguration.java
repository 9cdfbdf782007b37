package dev.instar.boot.entity;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;

/** Finds the entities of the application, for those commands that compare them with the database. */
@AutoConfiguration
@ConditionalOnProperty(EntitySources.SWITCH)
@Import({EntityAutoConfiguration.Jpa.class, EntityAutoConfiguration.Aggregates.class})
public final class EntityAutoConfiguration {

    @Bean
    EntitySources instarEntitySources(ObjectProvider<EntitySource> sources) {
        return new EntitySources(sources.orderedStream().toList());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean")
    static final class Jpa {

        @Bean
        static JpaScripts instarJpaScripts() {
            return new JpaScripts();
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
                ObjectProvider<RelationalMappingContext> mappings, ObjectProvider<JdbcConverter> converters) {
            return new AggregateEntities(mappings, converters);
        }
    }
}
