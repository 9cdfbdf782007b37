package dev.instar.boot.health;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;
import org.springframework.boot.webflux.actuate.endpoint.web.AbstractWebFluxEndpointHandlerMapping;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Serves the health endpoint on the application's own port, except where the application has taken the very path. */
final class HealthPathsWebFluxHandlerMapping extends AbstractWebFluxEndpointHandlerMapping {

    private final ExposableWebEndpoint health;
    private final HealthPaths paths;
    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private final ObjectProvider<RouterFunctionMapping> routes;

    HealthPathsWebFluxHandlerMapping(
            ExposableWebEndpoint health,
            HealthPaths paths,
            ObjectProvider<RequestMappingHandlerMapping> controllers,
            ObjectProvider<RouterFunctionMapping> routes) {
        super(new EndpointMapping(""), List.of(health), new EndpointMediaTypes(), null, false);
        this.health = health;
        this.paths = paths;
        this.controllers = controllers;
        this.routes = routes;
    }

    @Override
    protected void initHandlerMethods() {
        if (paths.areServed()) {
            registerAll();
        }
    }

    private void registerAll() {
        for (WebOperation operation : health.getOperations()) {
            if (operation.getRequestPredicate().getMatchAllRemainingPathSegmentsVariable() == null) {
                register(operation, paths.overall(), paths.overall());
            } else {
                // The handler takes what a pattern matched for the rest of the path, and of a literal all of it.
                paths.groups()
                        .forEach(group -> register(operation, paths.of(group), paths.of("{group:" + group + "}")));
            }
        }
    }

    private void register(WebOperation operation, String path, String pattern) {
        boolean taken = controllers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(mapped -> mapped.getDirectPaths().contains(path));
        if (!taken) {
            WebOperationRequestPredicate predicate = operation.getRequestPredicate();
            registerReadMapping(
                    RequestMappingInfo.paths(pattern)
                            .methods(RequestMethod.GET)
                            .produces(StringUtils.toStringArray(predicate.getProduces()))
                            .build(),
                    health,
                    operation);
        }
    }

    @Override
    public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
        return super.getHandlerInternal(exchange)
                .onErrorComplete(MethodNotAllowedException.class) // Others may allow it.
                .filterWhen(handler -> Flux.fromIterable(routes)
                        .concatMap(mapping -> mapping.getHandler(exchange))
                        .all(routed -> !isForThisPath(exchange)))
                // Asked again, because a route for everything has left its own pattern with the request.
                .flatMap(handler -> super.getHandlerInternal(exchange));
    }

    /** Which paths routes are for is only known of a request. */
    private static boolean isForThisPath(ServerWebExchange exchange) {
        return exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE) instanceof PathPattern pattern
                && !pattern.hasPatternSyntax();
    }

    @Override
    protected LinksHandler getLinksHandler() {
        return exchange -> Mono.empty();
    }
}
