package dev.instar.test;

import dev.instar.InstarSettings;
import dev.instar.script.RevisionOptions;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class asks for. Two classes that ask for the same get the same.
 *
 * @param owner the class that has the database for itself, or {@code null} when it is shared
 */
record DatabaseRequest(
        @Nullable Class<?> owner,
        String server,
        List<String> locations,
        Map<String, String> placeholders,
        Set<String> environments) {

    private static final String SERVER = "instar.test.server";
    private static final String EMBEDDED = "embedded";

    /** What the annotation on the class, or else on the nearest one that it is nested in, says. */
    static Optional<DatabaseRequest> of(Class<?> testClass) {
        List<Class<?>> annotated = around(testClass)
                .filter(type -> AnnotationSupport.isAnnotated(type, MigratedDatabase.class))
                .toList();
        return annotated.stream()
                .flatMap(type -> AnnotationSupport.findAnnotation(type, MigratedDatabase.class).stream())
                .findFirst()
                .map(annotation -> of(annotated.get(annotated.size() - 1), annotation));
    }

    /** What the class gets that says nothing about it. */
    static DatabaseRequest byDefault(Class<?> testClass) {
        return new DatabaseRequest(
                outermost(testClass), chosen(""), InstarSettings.DEFAULT.locations(), Map.of(), Set.of());
    }

    private static DatabaseRequest of(Class<?> owner, MigratedDatabase annotation) {
        return new DatabaseRequest(
                annotation.shared() ? null : owner,
                chosen(annotation.server()),
                List.of(annotation.locations()),
                Stream.of(annotation.placeholders())
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 1 ? "" : pair[1])),
                Set.of(annotation.environments()));
    }

    /** What the engine is told where no application tells it. */
    InstarSettings settings() {
        return InstarSettings.DEFAULT
                .withLocations(locations.toArray(String[]::new))
                .withRevisionOptions(RevisionOptions.NONE
                        .withPlaceholders(placeholders)
                        .withEnvironments(environments.toArray(String[]::new)));
    }

    private static String chosen(String server) {
        return server.isEmpty() ? System.getProperty(SERVER, EMBEDDED) : server;
    }

    private static Class<?> outermost(Class<?> testClass) {
        return around(testClass).reduce((inner, outer) -> outer).orElse(testClass);
    }

    /** The class, the one that it is nested in, and so on. */
    private static Stream<Class<?>> around(Class<?> testClass) {
        return Stream.<Class<?>>iterate(
                testClass,
                Objects::nonNull,
                type -> type.isMemberClass() && !Modifier.isStatic(type.getModifiers())
                        ? type.getEnclosingClass()
                        : null);
    }
}
