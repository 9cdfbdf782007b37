package dev.instar.boot.entity;

import dev.instar.autogenerate.Language;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.repository.core.support.AbstractRepositoryMetadata;

/** The aggregates of Spring Data JDBC, as the application's own mapping context understands them. */
final class AggregateEntities implements EntitySource {

    private final ListableBeanFactory beans;
    private final ObjectProvider<RelationalMappingContext> mappings;
    private final ObjectProvider<JdbcConverter> converters;

    AggregateEntities(
            ListableBeanFactory beans,
            ObjectProvider<RelationalMappingContext> mappings,
            ObjectProvider<JdbcConverter> converters) {
        this.beans = beans;
        this.mappings = mappings;
        this.converters = converters;
    }

    @Override
    public String name() {
        return "Spring Data JDBC";
    }

    @Override
    public Language language() {
        return Language.AGGREGATES;
    }

    @Override
    public String script() {
        RelationalMappingContext mapping = mappings.getIfUnique();
        JdbcConverter converter = converters.getIfUnique();
        if (mapping == null || converter == null) {
            return "";
        }
        addThoseOfRepositories(mapping);
        AggregateTables tables = new AggregateTables(mapping, converter);
        for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
            if (entity.hasIdProperty()) {
                tables.add(entity);
            }
        }
        return tables.script();
    }

    /** An aggregate without an annotation is known by its repository only, and a command creates none. */
    private void addThoseOfRepositories(RelationalMappingContext mapping) {
        for (String factory : beans.getBeanNamesForType(JdbcRepositoryFactoryBean.class, true, false)) {
            Class<?> repository = beans.getType(BeanFactoryUtils.transformedBeanName(factory), false);
            if (repository != null) {
                mapping.getPersistentEntity(
                        AbstractRepositoryMetadata.getMetadata(repository).getDomainType());
            }
        }
    }
}
