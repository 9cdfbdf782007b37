package dev.instar.boot.health;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/** Everything the application's health is made of: the status of each part for everyone, details as configured. */
final class DetailedGroup implements HealthEndpointGroup {

    private final HealthEndpointGroup primary;

    DetailedGroup(HealthEndpointGroup primary) {
        this.primary = primary;
    }

    @Override
    public boolean isMember(String name) {
        return primary.isMember(name);
    }

    @Override
    public boolean showComponents(SecurityContext securityContext) {
        return true;
    }

    @Override
    public boolean showDetails(SecurityContext securityContext) {
        return primary.showDetails(securityContext);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
        return primary.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
        return primary.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
        return null;
    }
}
