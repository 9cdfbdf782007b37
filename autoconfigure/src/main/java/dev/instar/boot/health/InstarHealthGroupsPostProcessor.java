package dev.instar.boot.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;

/** Adds the groups {@code database} and {@code detailed} where their names are free. */
final class InstarHealthGroupsPostProcessor implements HealthEndpointGroupsPostProcessor {

    static final String DATABASE = "database";
    static final String DETAILED = "detailed";

    private static final Logger log = LoggerFactory.getLogger(InstarHealthGroupsPostProcessor.class);

    private final boolean showDetails;
    private final Set<String> contributors;

    InstarHealthGroupsPostProcessor(boolean showDetails, Set<String> contributors) {
        this.showDetails = showDetails;
        this.contributors = contributors;
    }

    @Override
    public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
        Map<String, HealthEndpointGroup> additional = new LinkedHashMap<>();
        add(DATABASE, new MigrationsGroup(groups.getPrimary(), showDetails), groups, additional);
        add(DETAILED, new DetailedGroup(groups.getPrimary()), groups, additional);
        return new ExtendedGroups(groups, additional);
    }

    private void add(
            String name,
            HealthEndpointGroup group,
            HealthEndpointGroups existing,
            Map<String, HealthEndpointGroup> additional) {
        if (existing.get(name) != null) {
            return;
        }
        if (contributors.contains(name)) {
            log.warn("There is no health group '{}', because a health contributor has that name.", name);
        } else {
            additional.put(name, group);
        }
    }
}
