package dev.instar.boot.health;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Serves the health endpoint on the application's own port, except where the application has taken the very path. */
final class HealthPathsWebMvcHandlerMapping extends AbstractWebMvcEndpointHandlerMapping {

    private final ExposableWebEndpoint health;
    private final HealthPaths paths;
    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private final ObjectProvider<RouterFunctionMapping> routes;

    HealthPathsWebMvcHandlerMapping(
            ExposableWebEndpoint health,
            HealthPaths paths,
            ObjectProvider<RequestMappingHandlerMapping> controllers,
            ObjectProvider<RouterFunctionMapping> routes) {
        super(new EndpointMapping(""), List.of(health), new EndpointMediaTypes(), false);
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
                register(operation, paths.overall());
            } else {
                paths.groups().forEach(group -> register(operation, paths.of(group)));
            }
        }
    }

    private void register(WebOperation operation, String path) {
        boolean taken = controllers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(mapped -> mapped.getDirectPaths().contains(path));
        if (!taken) {
            registerMapping(health, operation.getRequestPredicate(), operation, path);
        }
    }

    @Override
    protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
        try {
            // Asked again, because a route for everything has left its own pattern with the request.
            return super.getHandlerInternal(request) == null || isRouted(request)
                    ? null
                    : super.getHandlerInternal(request);
        } catch (HttpRequestMethodNotSupportedException othersMaySupportIt) {
            return null;
        }
    }

    /** Which paths routes are for is only known of a request. */
    private boolean isRouted(HttpServletRequest request) throws Exception {
        for (RouterFunctionMapping mapping : routes) {
            request.removeAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE);
            if (mapping.getHandler(request) != null
                    && request.getAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                    && !PathPatternParser.defaultInstance.parse(pattern).hasPatternSyntax()) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected LinksHandler getLinksHandler() {
        return (request, response) -> noLinks();
    }

    private static @Nullable Object noLinks() {
        return null;
    }
}
