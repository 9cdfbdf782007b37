package dev.instar.boot.autoconfigure;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.RunListenerFactory;
import dev.instar.boot.StatusSnapshot;
import dev.instar.run.RunListener;
import dev.instar.script.JavaRevision;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Migrates the application's database at the start. There is nothing to call and nothing to declare; whatever is
 * declared all the same, such as an {@link Instar} of the application's own, comes first.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({Instar.class, DataSource.class})
@Conditional(InstarDataSourceCondition.class)
@EnableConfigurationProperties(InstarProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class InstarAutoConfiguration {

    /** What endpoint, health and metrics call the database of a service that has only one. */
    private static final String ONLY_DATABASE = "dataSource";

    @Bean
    @ConditionalOnMissingBean
    InstarConnectionDetails instarConnectionDetails(InstarProperties properties) {
        return new PropertiesInstarConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnMissingBean(Instar.class)
    MigrationDataSources instarMigrationDataSources(
            InstarConnectionDetails details,
            @InstarDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            ObjectProvider<JdbcConnectionDetails> applicationDetails) {
        return new DataSourceSelection(details, marked, application, applicationDetails).select();
    }

    @Bean
    @ConditionalOnMissingBean
    Instar instar(
            MigrationDataSources dataSources,
            InstarProperties properties,
            Environment environment,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<JavaRevision> javaRevisions,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<RunListenerFactory> listenerFactories) {
        InstarSettings settings = properties.toSettings(ApplicationFacts.of(environment, build, javaRevisions));
        return new Instar(
                dataSources.looking(),
                dataSources.migrating(),
                settings,
                Stream.concat(
                                listenerFactories.orderedStream().map(factory -> factory.listenTo(ONLY_DATABASE)),
                                listeners.orderedStream())
                        .toArray(RunListener[]::new));
    }

    @Bean
    @ConditionalOnMissingBean
    MigratedDatabases instarMigratedDatabases(Instar instar, InstarProperties properties) {
        StatusSnapshot snapshot =
                new StatusSnapshot(ONLY_DATABASE, instar, properties.snapshot().ttl());
        return new MigratedDatabases(List.of(new MigratedDatabase(ONLY_DATABASE, properties.mode(), instar, snapshot)));
    }

    @Bean
    @ConditionalOnMissingBean
    InstarInitializer instarInitializer(
            MigratedDatabases databases, InstarProperties properties, MigrateOnly migrateOnly) {
        return new InstarInitializer(databases, new Patience(properties.waiting()), migrateOnly);
    }

    @Bean
    MigrateOnly instarMigrateOnly(InstarProperties properties, ConfigurableApplicationContext context) {
        return new MigrateOnly(properties.mode(), context);
    }

    @Bean
    InstarSchemaManagementProvider instarSchemaManagementProvider(ObjectProvider<MigrationDataSources> dataSources) {
        return new InstarSchemaManagementProvider(dataSources);
    }

    @Bean
    static LazyInitializationExcludeFilter instarEagerBeans() {
        return LazyInitializationExcludeFilter.forBeanTypes(InstarInitializer.class, MigrateOnly.class);
    }
}
