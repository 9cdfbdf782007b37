package dev.instar.boot.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webflux.actuate.endpoint.web.AbstractWebFluxEndpointHandlerMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The health paths in an application made with Spring WebFlux. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(AbstractWebFluxEndpointHandlerMapping.class)
class HealthPathsWebFluxConfiguration {

    @Bean
    HealthPathsWebFluxHandlerMapping instarHealthPathsWebFluxHandlerMapping(
            WebEndpointsSupplier endpoints,
            HealthPaths paths,
            ObjectProvider<RequestMappingHandlerMapping> controllers,
            ObjectProvider<RouterFunctionMapping> routes) {
        return new HealthPathsWebFluxHandlerMapping(HealthPaths.health(endpoints), paths, controllers, routes);
    }
}
