package dev.instar.boot.entity;

import dev.instar.autogenerate.Language;
import dev.instar.autogenerate.ScriptedSchema;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;

/** What Hibernate makes of some entities, configured as Boot does. */
record MappedSchema(StandardServiceRegistry services, Metadata metadata, String script) {

    static StandardServiceRegistry services(DataSource dataSource, ClassLoader classes) {
        return new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(classes)
                        .build())
                .applySetting("hibernate.connection.datasource", dataSource)
                .build();
    }

    static MappedSchema of(StandardServiceRegistry services, List<Class<?>> classes) {
        MetadataSources sources = new MetadataSources(services);
        classes.forEach(sources::addAnnotatedClass);
        Metadata metadata = sources.getMetadataBuilder()
                .applyPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
                .applyImplicitNamingStrategy(new SpringImplicitNamingStrategy())
                .build();
        StringWriter script = new StringWriter();
        manage(services, metadata, JpaScripts.writingTo(script));
        return new MappedSchema(services, metadata, script.toString());
    }

    /** What an entity manager factory writes that starts with the properties it is given for a command. */
    ScriptedSchema wanted() {
        return new ScriptedSchema("the entities", script, Language.ENTITIES);
    }

    /** Hibernate's own opinion of the database. */
    void validate() {
        manage(services, metadata, Map.of("hibernate.hbm2ddl.auto", "validate"));
    }

    private static void manage(StandardServiceRegistry services, Metadata metadata, Map<String, Object> properties) {
        SchemaManagementToolCoordinator.process(metadata, services, new HashMap<>(properties), action -> {});
    }
}
