package dev.instar.sample.database;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Understands {@code DATABASE_URL} and the {@code DB_*} variables beside it. They come last: whoever says
 * {@code spring.datasource.*} says it more precisely.
 */
final class DatabaseEnvironmentPostProcessor implements EnvironmentPostProcessor {

    private static final String URL = "spring.datasource.url";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        DatabaseVariables variables = new DatabaseVariables(name -> literally(environment, name));
        Map<String, Object> properties = new HashMap<>(variables.pool());
        properties.putAll(variables.logging());
        if (!environment.containsProperty(URL)) {
            // All or nothing: the user of one URL must never meet the host of another.
            properties.putAll(variables.connection());
        }
        environment.getPropertySources().addLast(new MapPropertySource("databaseVariables", properties));
    }

    /** Not {@code environment.getProperty}, which resolves placeholders: a password may look like one. */
    private static @Nullable String literally(ConfigurableEnvironment environment, String name) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            Object value = source.getProperty(name);
            if (value != null) {
                return value.toString();
            }
        }
        return null;
    }
}
