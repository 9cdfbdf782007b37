package dev.instar.boot.health;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The health paths in an application made with Spring MVC. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(AbstractWebMvcEndpointHandlerMapping.class)
class HealthPathsWebMvcConfiguration {

    @Bean
    HealthPathsWebMvcHandlerMapping instarHealthPathsWebMvcHandlerMapping(
            WebEndpointsSupplier endpoints,
            HealthPaths paths,
            ObjectProvider<RequestMappingHandlerMapping> controllers,
            ObjectProvider<RouterFunctionMapping> routes) {
        return new HealthPathsWebMvcHandlerMapping(HealthPaths.health(endpoints), paths, controllers, routes);
    }
}
