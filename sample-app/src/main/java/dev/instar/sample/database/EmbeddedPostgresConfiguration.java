package dev.instar.sample.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Brings its own PostgreSQL when nobody named a database. The data source asks for the connection details, so the
 * server starts before it and stops after it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoDatabaseNamed.class)
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
class EmbeddedPostgresConfiguration {

    @Bean
    EmbeddedPostgres embeddedPostgres(EmbeddedPostgresProperties properties) {
        return new PostgresDirectory(properties.dataDirectory()).start(properties.port());
    }

    @Bean
    JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
        return new EmbeddedPostgresConnectionDetails(postgres.getPort());
    }

    static final class NoDatabaseNamed extends NoneNestedConditions {

        NoDatabaseNamed() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static final class DatabaseNamed {}
    }
}
