package dev.instar.boot.health;

import dev.instar.boot.autoconfigure.InstarProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Serves {@code /health}, {@code /health/database} and {@code /health/detailed} on the application's own port, wherever
 * the management endpoints are.
 */
@AutoConfiguration(
        after = InstarHealthAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration",
            "org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration"
        })
@ConditionalOnClass({HealthEndpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean({HealthEndpoint.class, WebEndpointsSupplier.class, InstarHealthGroupsPostProcessor.class})
@ConditionalOnAvailableEndpoint(endpoint = HealthEndpoint.class, exposure = EndpointExposure.WEB)
@Import({HealthPathsWebMvcConfiguration.class, HealthPathsWebFluxConfiguration.class})
public final class InstarHealthPathsAutoConfiguration {

    @Bean
    HealthPaths instarHealthPaths(InstarProperties properties) {
        return new HealthPaths(properties.getHealth().path());
    }
}
