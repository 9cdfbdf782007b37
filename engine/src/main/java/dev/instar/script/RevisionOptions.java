package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What revisions are given beside the folders they are in.
 *
 * @param placeholders the values of placeholders, by their names
 * @param environments what this environment is called; a revision limited to others is skipped
 * @param javaRevisions revisions written in Java, ready to be used
 * @param javaRevisionClasses the names of classes of such revisions, which have a constructor without parameters
 */
public record RevisionOptions(
        Map<String, String> placeholders,
        Set<String> environments,
        List<JavaRevision> javaRevisions,
        List<String> javaRevisionClasses) {

    /** Nothing but what the folders hold. */
    public static final RevisionOptions NONE = new RevisionOptions(Map.of(), Set.of(), List.of(), List.of());

    private static final Pattern EXPRESSION = Pattern.compile("[!&|()*]");

    public RevisionOptions {
        placeholders = Map.copyOf(placeholders);
        environments = Set.copyOf(environments);
        javaRevisions = List.copyOf(javaRevisions);
        javaRevisionClasses = List.copyOf(javaRevisionClasses);
    }

    public RevisionOptions withPlaceholders(Map<String, String> placeholders) {
        return new RevisionOptions(placeholders, environments, javaRevisions, javaRevisionClasses);
    }

    public RevisionOptions withEnvironments(String... environments) {
        return new RevisionOptions(placeholders, Set.of(environments), javaRevisions, javaRevisionClasses);
    }

    public RevisionOptions withJavaRevisions(JavaRevision... javaRevisions) {
        return new RevisionOptions(placeholders, environments, List.of(javaRevisions), javaRevisionClasses);
    }

    public RevisionOptions withJavaRevisionClasses(String... javaRevisionClasses) {
        return new RevisionOptions(placeholders, environments, javaRevisions, List.of(javaRevisionClasses));
    }

    /** Reports what looks like an expression: it would be the name of no environment, and the revision skipped in all. */
    static void refuseExpressions(List<String> environments, @Nullable Origin origin, Problems problems) {
        for (String name : environments) {
            if (EXPRESSION.matcher(name).find()) {
                problems.add(
                        "'%s' is no name of an environment".formatted(name),
                        origin,
                        "List the environments that the revision is for; nothing is negated or combined there.");
            }
        }
    }

    /** Whether a revision with these environments is for another one. */
    boolean skips(List<String> limitedTo) {
        return !limitedTo.isEmpty() && limitedTo.stream().noneMatch(environments::contains);
    }
}
