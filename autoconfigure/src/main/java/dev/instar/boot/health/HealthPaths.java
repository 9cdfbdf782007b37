package dev.instar.boot.health;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;

/**
 * Where health is served on the application's own port. Being a mapper of additional paths, it makes Spring Security's
 * defaults, and everyone who asks for the paths of the health endpoint, treat them like the endpoint's own.
 */
final class HealthPaths implements AdditionalPathsMapper {

    private static final String NONE = "none";

    private final boolean served;
    private final String base;

    HealthPaths(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        this.served = !path.equalsIgnoreCase(NONE);
        this.base = absolute.endsWith("/") ? absolute.substring(0, absolute.length() - 1) : absolute;
    }

    boolean areServed() {
        return served;
    }

    /** The path of the whole application's health. */
    String overall() {
        return base.isEmpty() ? "/" : base;
    }

    /** The groups that have a path of their own. */
    List<String> groups() {
        return List.of(InstarHealthGroupsPostProcessor.DATABASE, InstarHealthGroupsPostProcessor.DETAILED);
    }

    /** The path of a group. */
    String of(String group) {
        return base + "/" + group;
    }

    @Override
    public @Nullable List<String> getAdditionalPaths(EndpointId endpoint, WebServerNamespace namespace) {
        return served && HealthEndpoint.ID.equals(endpoint) && WebServerNamespace.SERVER.equals(namespace)
                ? Stream.concat(Stream.of(overall()), groups().stream().map(this::of))
                        .toList()
                : null;
    }

    /** The endpoint that answers at these paths. */
    static ExposableWebEndpoint health(WebEndpointsSupplier endpoints) {
        return endpoints.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointId().equals(HealthEndpoint.ID))
                .findFirst()
                .orElseThrow();
    }
}
