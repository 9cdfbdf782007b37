package dev.instar.boot.health;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorNameGenerator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;

/** The names that health contributors will have, found out without creating them. */
final class ContributorNames {

    private ContributorNames() {}

    static Set<String> in(ListableBeanFactory beans) {
        HealthContributorNameGenerator names = HealthContributorNameGenerator.withoutStandardSuffixes();
        return Stream.of(HealthContributor.class, ReactiveHealthContributor.class)
                .flatMap(type -> Stream.of(beans.getBeanNamesForType(type, true, false)))
                .map(names::generateContributorName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
