package dev.instar.boot.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Serves the health endpoint on the application's own port, except where a controller has taken the very path. */
final class HealthPathsWebMvcHandlerMapping extends AbstractWebMvcEndpointHandlerMapping {

    private final ExposableWebEndpoint health;
    private final HealthPaths paths;
    private final ObjectProvider<RequestMappingHandlerMapping> controllers;

    HealthPathsWebMvcHandlerMapping(
            ExposableWebEndpoint health, HealthPaths paths, ObjectProvider<RequestMappingHandlerMapping> controllers) {
        super(new EndpointMapping(""), List.of(health), new EndpointMediaTypes(), false);
        this.health = health;
        this.paths = paths;
        this.controllers = controllers;
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
    protected LinksHandler getLinksHandler() {
        return (request, response) -> noLinks();
    }

    private static @Nullable Object noLinks() {
        return null;
    }
}
