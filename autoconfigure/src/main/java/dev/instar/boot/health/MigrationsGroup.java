package dev.instar.boot.health;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/**
 * The migrations, shown to everyone unless that is switched off. Boot's own indicator of data sources is not a member:
 * a group shows the details of all its members or of none, and that one's tell where the database is when it is down.
 */
final class MigrationsGroup implements HealthEndpointGroup {

    static final String MEMBER = "migrations";

    private final HealthEndpointGroup primary;
    private final boolean showToEveryone;

    MigrationsGroup(HealthEndpointGroup primary, boolean showToEveryone) {
        this.primary = primary;
        this.showToEveryone = showToEveryone;
    }

    @Override
    public boolean isMember(String name) {
        return name.equals(MEMBER) || name.startsWith(MEMBER + "/");
    }

    @Override
    public boolean showComponents(SecurityContext securityContext) {
        return showToEveryone || primary.showComponents(securityContext);
    }

    @Override
    public boolean showDetails(SecurityContext securityContext) {
        return showToEveryone || primary.showDetails(securityContext);
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
