package dev.instar.boot.command;

import dev.instar.boot.entity.EntitySources;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Leaves out, when the application is started for a command, the auto-configurations that no data source needs: those
 * for serving, persisting, listening and exporting. Half of the time of a start goes into finding out what they want.
 * Nothing is left out where {@link #EVERYTHING} says so: a revision in Java, or a listener, may need such a bean.
 */
final class CommandAutoConfigurationFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String EVERYTHING = "instar-command.everything";

    private static final String BOOT = "org.springframework.boot.";
    private static final List<String> NOT_NEEDED = List.of(
            "actuate.",
            "amqp.",
            "autoconfigure.availability.",
            "autoconfigure.task.",
            "batch.",
            "data.",
            "freemarker.",
            "graphql.",
            "gson.",
            "hateoas.",
            "health.",
            "hibernate.",
            "http.",
            "integration.",
            "jackson.",
            "jdbc.autoconfigure.health.",
            "jdbc.autoconfigure.metrics.",
            "jetty.",
            "jms.",
            "jsonb.",
            "kafka.",
            "mail.",
            "micrometer.metrics.autoconfigure.export.",
            "micrometer.metrics.autoconfigure.jvm.",
            "micrometer.metrics.autoconfigure.logging.",
            "micrometer.metrics.autoconfigure.MetricsEndpoint",
            "micrometer.metrics.autoconfigure.ssl.",
            "micrometer.metrics.autoconfigure.startup.",
            "micrometer.metrics.autoconfigure.system.",
            "micrometer.metrics.autoconfigure.task.",
            "micrometer.observation.autoconfigure.ScheduledTasks",
            "mustache.",
            "persistence.autoconfigure.PersistenceExceptionTranslation",
            "pulsar.",
            "quartz.",
            "restclient.",
            "rsocket.",
            "security.",
            "servlet.",
            "session.",
            "task.",
            "thymeleaf.",
            "tomcat.",
            "web.server.",
            "webclient.",
            "webflux.",
            "webmvc.",
            "webservices.",
            "websocket.");
    private static final List<String> OWN =
            List.of("dev.instar.boot.actuate.", "dev.instar.boot.health.", "dev.instar.boot.metrics.");

    private static final List<String> FOR_ENTITIES = List.of("data.jdbc.", "hibernate.");

    private boolean leavesOut;
    private boolean needsEntities;

    /** Whether there is less in the application than in one that serves. */
    static boolean leavesOut(Environment environment) {
        return environment instanceof ConfigurableEnvironment configurable
                && configurable.getPropertySources().contains(CommandProperties.SOURCE)
                && !environment.getProperty(EVERYTHING, Boolean.class, false);
    }

    @Override
    public void setEnvironment(Environment environment) {
        leavesOut = leavesOut(environment);
        needsEntities = environment.getProperty(EntitySources.SWITCH, Boolean.class, false);
    }

    @Override
    public boolean[] match(@Nullable String[] classNames, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classNames.length];
        for (int index = 0; index < classNames.length; index++) {
            String name = classNames[index];
            matches[index] = !leavesOut || name == null || isNeeded(name);
        }
        return matches;
    }

    private boolean isNeeded(String name) {
        if (OWN.stream().anyMatch(name::startsWith)) {
            return false;
        }
        boolean mapsEntities =
                needsEntities && FOR_ENTITIES.stream().anyMatch(part -> name.startsWith(part, BOOT.length()));
        return !name.startsWith(BOOT)
                || mapsEntities
                || NOT_NEEDED.stream().noneMatch(part -> name.startsWith(part, BOOT.length()));
    }
}
