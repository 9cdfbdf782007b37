package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.boot.InstarCustomizer;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.RunListenerFactory;
import dev.instar.run.RunListener;
import dev.instar.script.JavaRevision;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Migrates the application's database at the start. There is nothing to call and nothing to declare; whatever is
 * declared all the same, such as an {@link Instar} of the application's own, comes first.
 */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnClass({Instar.class, DataSource.class})
@Conditional(InstarDataSourceCondition.class)
@EnableConfigurationProperties(InstarProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class InstarAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstarConnectionDetails instarConnectionDetails(InstarProperties properties) {
        return new PropertiesInstarConnectionDetails(properties);
    }

    @Bean
    EngineFactory instarEngineFactory(
            Environment environment,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<JavaRevision> javaRevisions,
            ObjectProvider<InstarCustomizer> customizers,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<RunListenerFactory> listenerFactories) {
        return new EngineFactory(
                ApplicationFacts.of(environment, build, javaRevisions), customizers, listeners, listenerFactories);
    }

    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
    MigratedDatabases instarMigratedDatabases(
            ListableBeanFactory beans, ObjectProvider<NamedDatabases> named, InstarProperties properties) {
        Map<String, Instar> engines = new HashMap<>();
        // Asked for all of them, the factory leaves out what is in a circle, and nothing would be migrated.
        for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Instar.class)) {
            engines.put(name, beans.getBean(name, Instar.class));
        }
        return new DatabaseRegistration(properties).of(engines, named);
    }

    @Bean
    @Lazy(false)
    InstarInitializer instarInitializer(
            MigratedDatabases databases,
            InstarProperties properties,
            MigrateOnly migrateOnly,
            ConfigurableApplicationContext context) {
        if (context.getParent() != null) {
            new DatabaseRegistration(properties).refuseUnattended(context);
        }
        return new InstarInitializer(
                databases,
                new Patience(properties.getWait()),
                migrateOnly,
                properties::requiredTables,
                context.getApplicationStartup());
    }

    @Bean
    @Lazy(false)
    MigrateOnly instarMigrateOnly(InstarProperties properties, ConfigurableApplicationContext context) {
        return new MigrateOnly(properties.getMode(), context);
    }

    @Bean
    @Lazy
    InstarSchemaManagementProvider instarSchemaManagementProvider(
            ObjectProvider<MigrationDataSources> only, ObjectProvider<NamedDatabases> named) {
        return new InstarSchemaManagementProvider(only, named);
    }

    /** The databases that the properties name. */
    @Bean
    @Conditional(NamedDatabasesCondition.class)
    NamedDatabases instarNamedDatabases(InstarProperties properties, ListableBeanFactory beans, EngineFactory engines) {
        return new NamedDatabases(properties, new NamedDataSources(beans), engines);
    }

    /** The application's own database, when the properties name no others. */
    @Bean
    @ConditionalOnMissingBean({Instar.class, NamedDatabases.class})
    MigrationDataSources instarMigrationDataSources(
            ListableBeanFactory beans,
            Environment environment,
            ObjectProvider<InstarConnectionDetails> details,
            @InstarDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            ObjectProvider<JdbcConnectionDetails> applicationDetails) {
        return new DataSourceSelection(Marks.in(beans), details, marked, application, applicationDetails, environment)
                .select();
    }

    @Bean
    @ConditionalOnMissingBean({Instar.class, NamedDatabases.class})
    Instar instar(MigrationDataSources dataSources, InstarProperties properties, EngineFactory engines) {
        return engines.create(DatabaseRegistration.ONLY_DATABASE, dataSources, properties.toSettings(engines.facts()));
    }
}
