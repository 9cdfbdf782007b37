package dev.instar.sample.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class DatabaseEnvironmentPostProcessorTests {

    @Test
    void isFoundByBoot() {
        SpringFactoriesLoader factories = SpringFactoriesLoader.forDefaultResourceLocation();
        // Some of Boot's own want constructor arguments that only Boot has.
        FailureHandler ignore = FailureHandler.handleMessage((message, failure) -> {});
        assertThat(factories.load(EnvironmentPostProcessor.class, ignore))
                .hasAtLeastOneElementOfType(DatabaseEnvironmentPostProcessor.class);
        assertThat(factories.load(FailureAnalyzer.class, ignore))
                .hasAtLeastOneElementOfType(UnusableDatabaseFailureAnalyzer.class);
    }

    @Test
    void bringsTheDatabaseOfTheEnvironment() {
        ConfigurableEnvironment environment =
                environment(Map.of("DATABASE_URL", "postgresql+asyncpg://ada:x@db:6432/app", "DB_POOL_SIZE", "2"));
        assertThat(datasource(environment))
                .containsEntry("url", "jdbc:postgresql://db:6432/app")
                .containsEntry("username", "ada")
                .containsEntry("password", "x")
                .containsEntry("hikari.minimum-idle", "2")
                .containsEntry("hikari.maximum-pool-size", "12");
    }

    @Test
    void bringsOnlyThePoolWithoutAUrl() {
        assertThat(datasource(environment(Map.of())))
                .containsOnlyKeys("hikari.minimum-idle", "hikari.maximum-pool-size", "hikari.connection-timeout");
    }

    @Test
    void givesWayToSpringsOwnProperties() {
        ConfigurableEnvironment environment = environment(Map.of(
                "DATABASE_URL", "postgresql://ada:x@db/app",
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://other/app",
                "SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE", "1"));
        assertThat(datasource(environment))
                .containsEntry("url", "jdbc:postgresql://other/app")
                .containsEntry("hikari.minimum-idle", "1")
                .doesNotContainKeys("username", "password");
    }

    @Test
    void takesAPasswordThatLooksLikeAPlaceholderLiterally() {
        ConfigurableEnvironment environment = environment(Map.of(
                "DATABASE_URL", "postgresql://${USER}:${nothing}\\${PATH:x}@db/app", "USER", "eve", "PATH", "/bin"));
        assertThat(datasource(environment))
                .containsEntry("username", "${USER}")
                .containsEntry("password", "${nothing}\\${PATH:x}");
    }

    @Test
    void refusesAMalformedUrl() {
        assertThatExceptionOfType(UnusableDatabaseException.class)
                .isThrownBy(() -> environment(Map.of("DATABASE_URL", "sqlite:///./analytics.db")))
                .withMessage("DATABASE_URL does not read 'postgresql://user:password@host:port/database?parameters'.");
    }

    private static ConfigurableEnvironment environment(Map<String, Object> variables) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        new DatabaseEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    private static Map<String, String> datasource(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("spring.datasource", Bindable.mapOf(String.class, String.class))
                .get();
    }
}
