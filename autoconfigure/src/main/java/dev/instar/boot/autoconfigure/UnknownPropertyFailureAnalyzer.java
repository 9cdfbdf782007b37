package dev.instar.boot.autoconfigure;

import dev.instar.revision.Suggestion;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which {@code instar.*} property does not exist, and which one was probably meant. Comes before Boot's own. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnknownPropertyFailureAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

    private static final String PREFIX = "instar";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnboundConfigurationPropertiesException cause) {
        List<ConfigurationProperty> unknown = cause.getUnboundProperties().stream()
                .filter(property -> ConfigurationPropertyName.of(PREFIX).isAncestorOf(property.getName()))
                .toList();
        return unknown.isEmpty() ? null : new FailureAnalysis(description(unknown), action(unknown), cause);
    }

    private static String description(List<ConfigurationProperty> unknown) {
        return unknown.stream()
                .map(property -> (isKnown(property.getName()) ? "'%s'%s is empty." : "There is no property '%s'%s.")
                        .formatted(
                                property.getName(),
                                property.getOrigin() == null ? "" : " (%s)".formatted(property.getOrigin())))
                .collect(Collectors.joining("\n"));
    }

    private static String action(List<ConfigurationProperty> unknown) {
        return unknown.stream()
                .map(property -> isKnown(property.getName())
                        ? "Give it a value, or take it out."
                        : suggestion(property.getName().toString().substring(PREFIX.length())))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** An empty text is no value where a text is not wanted, and is left over then like a name that nobody knows. */
    private static boolean isKnown(ConfigurationPropertyName name) {
        String group = InstarPropertyNames.group(name.toString().substring(PREFIX.length()));
        return InstarPropertyNames.in(group).stream()
                .map(known -> ConfigurationPropertyName.adapt(PREFIX + group + known, '.'))
                .anyMatch(name::equals);
    }

    /** What all names begin with would make them all resemble each other, so it is left out of the comparison. */
    private static String suggestion(String typed) {
        String group = InstarPropertyNames.group(typed);
        List<String> known = InstarPropertyNames.in(group);
        return Suggestion.didYouMean(
                        typed.substring(group.length()),
                        known,
                        "Correct the name, or take the property out. There are '%s' and no others."
                                .formatted(String.join("', '", known)))
                .replace("'.", "'" + PREFIX + group + ".");
    }
}
