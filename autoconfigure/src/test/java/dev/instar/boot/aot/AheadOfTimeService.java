package dev.instar.boot.aot;

import dev.instar.boot.actuate.InstarEndpointAutoConfiguration;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.boot.health.InstarHealthAutoConfiguration;
import dev.instar.boot.metrics.InstarMetricsAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** A small service that starts and ends; small, because it is built by a test. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    InstarAutoConfiguration.class,
    InstarEndpointAutoConfiguration.class,
    InstarHealthAutoConfiguration.class,
    InstarMetricsAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class
})
public class AheadOfTimeService {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(AheadOfTimeService.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(arguments).close();
    }
}
