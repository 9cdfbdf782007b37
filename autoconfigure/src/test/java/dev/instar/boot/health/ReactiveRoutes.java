package dev.instar.boot.health;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A service made with Spring WebFlux that has routes in place of controllers. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ReactiveRoutes {

    @Bean
    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/health", request -> ServerResponse.ok().bodyValue("fine, thanks"))
                .POST("/health", request -> ServerResponse.ok().bodyValue("written down"))
                .GET("/**", request -> ServerResponse.ok().bodyValue("all the rest"))
                .build();
    }
}
