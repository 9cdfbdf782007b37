package dev.instar.boot.health;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * The application's health groups and some more. Boot looks for the bean behind the groups as a mapper of additional
 * paths too, so it has to stay one.
 */
final class ExtendedGroups implements HealthEndpointGroups, AdditionalPathsMapper {

    private final HealthEndpointGroups groups;
    private final Map<String, HealthEndpointGroup> additional;

    ExtendedGroups(HealthEndpointGroups groups, Map<String, HealthEndpointGroup> additional) {
        this.groups = groups;
        this.additional = additional;
    }

    @Override
    public HealthEndpointGroup getPrimary() {
        return groups.getPrimary();
    }

    @Override
    public Set<String> getNames() {
        Set<String> names = new LinkedHashSet<>(groups.getNames());
        names.addAll(additional.keySet());
        return names;
    }

    @Override
    public @Nullable HealthEndpointGroup get(String name) {
        HealthEndpointGroup group = additional.get(name);
        return group == null ? groups.get(name) : group;
    }

    @Override
    public @Nullable List<String> getAdditionalPaths(EndpointId endpoint, WebServerNamespace namespace) {
        return groups instanceof AdditionalPathsMapper mapper ? mapper.getAdditionalPaths(endpoint, namespace) : null;
    }
}
