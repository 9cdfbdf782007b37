package dev.instar.boot.entity;

import dev.instar.autogenerate.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;

/** The aggregates of Spring Data JDBC, as the application's own mapping context understands them. */
final class AggregateEntities implements EntitySource {

    private final ObjectProvider<RelationalMappingContext> mappings;
    private final ObjectProvider<JdbcConverter> converters;

    AggregateEntities(ObjectProvider<RelationalMappingContext> mappings, ObjectProvider<JdbcConverter> converters) {
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
        AggregateTables tables = new AggregateTables(mapping, converter);
        for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
            if (entity.hasIdProperty()) {
                tables.add(entity);
            }
        }
        return tables.script();
    }
}
