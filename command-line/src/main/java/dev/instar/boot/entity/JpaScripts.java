package dev.instar.boot.entity;

import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Lets every entity manager factory write the statements that create its schema while it starts, in the words of its
 * own configuration.
 */
final class JpaScripts implements BeanPostProcessor {

    private static final String GENERATION = "jakarta.persistence.schema-generation.";

    private static final Map<String, Object> LEAVING_THE_DATABASE_ALONE =
            Map.of("hibernate.hbm2ddl.auto", "none", GENERATION + "database.action", "none");

    private final boolean nothingElse;
    private final Map<String, StringWriter> scripts = new LinkedHashMap<>();

    /**
     * Creates the writer of scripts.
     *
     * @param nothingElse whether factories leave the database alone, whatever they are configured to do to it
     */
    JpaScripts(boolean nothingElse) {
        this.nothingElse = nothingElse;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            StringWriter script = new StringWriter();
            scripts.put(name, script);
            factory.getJpaPropertyMap().putAll(writingTo(script));
            // What is written in the background may not be there yet when it is read.
            factory.setBootstrapExecutor(null);
            if (nothingElse) {
                factory.getJpaPropertyMap().putAll(LEAVING_THE_DATABASE_ALONE);
            }
        }
        return bean;
    }

    /** The properties of a factory that writes the statements that create its schema. */
    static Map<String, Object> writingTo(Writer script) {
        return Map.of(
                GENERATION + "scripts.action",
                "create",
                GENERATION + "scripts.create-target",
                script,
                GENERATION + "create-source",
                "metadata",
                "jakarta.persistence.create-database-schemas",
                "true",
                "hibernate.hbm2ddl.delimiter",
                ";",
                "hibernate.hbm2ddl.skip_default_import_file",
                "true",
                "hibernate.hbm2ddl.import_files",
                "");
    }

    /** What the factories have written that are started, by the names of their beans. */
    Map<String, StringWriter> written() {
        return scripts;
    }
}
