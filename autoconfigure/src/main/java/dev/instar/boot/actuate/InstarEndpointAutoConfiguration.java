package dev.instar.boot.actuate;

import dev.instar.boot.MigratedDatabases;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.annotation.RegisterReflection;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;

/** Provides {@link MigrationsEndpoint} where endpoints are exposed, and what it takes to write over it. */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
@ConditionalOnBean(MigratedDatabases.class)
@RegisterReflectionForBinding({WriteAnswer.class, Refusal.class})
public final class InstarEndpointAutoConfiguration {

    @Bean
    Requests instarRequests() {
        return new Requests();
    }

    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
    MigrationsEndpoint migrationsEndpoint(MigratedDatabases databases, Requests requests) {
        return new MigrationsEndpoint(databases, requests);
    }

    // Not a condition: in an application whose conditions were decided at build time, it is still asked when it runs.
    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT)
    @ConditionalOnAvailableEndpoint(endpoint = MigrationsEndpoint.class, exposure = EndpointExposure.WEB)
    @RegisterReflection(classes = WritableWebExtension.class, memberCategories = MemberCategory.INVOKE_DECLARED_METHODS)
    MigrationsWebExtension migrationsWebExtension(
            MigrationsEndpoint endpoint, MigratedDatabases databases, Requests requests, Environment environment) {
        return WritableWebExtension.isWanted(environment)
                ? new WritableWebExtension(endpoint, databases, requests)
                : new MigrationsWebExtension(endpoint);
    }

    @Bean
    KnownNamesOnly instarKnownNamesOnly() {
        return new KnownNamesOnly();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass(DispatcherServlet.class)
    static class WebMvc {

        @Bean
        UnreadableWebMvcRequests instarUnreadableWebMvcRequests() {
            return new UnreadableWebMvcRequests();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass(DispatcherHandler.class)
    static class WebFlux {

        @Bean
        UnreadableWebFluxRequests instarUnreadableWebFluxRequests() {
            return new UnreadableWebFluxRequests();
        }
    }
}
