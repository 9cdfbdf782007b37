package dev.instar.boot.autoconfigure;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Lets an application that is only there to migrate be without a web server and create no bean it does not need. */
final class MigrateOnlyEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> BARE = Map.of(
            "spring.main.web-application-type", "none",
            "spring.main.lazy-initialization", "true",
            "spring.main.keep-alive", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isWanted(environment)) {
            environment.getPropertySources().addFirst(new MapPropertySource("instarMigrateOnly", BARE));
        }
    }

    /** As lenient as the property itself, in a place too early to convert it. */
    static boolean isWanted(Environment environment) {
        String mode = Binder.get(environment).bind("instar.mode", String.class).orElse("");
        return mode.strip().replaceAll("[-_]", "").equalsIgnoreCase("migrateonly");
    }

    /** After the files of the application's configuration, which may name the mode. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
