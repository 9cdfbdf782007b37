package dev.instar.script;

import dev.instar.revision.Checksum;
import dev.instar.revision.Name;
import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the annotation of one revision that is written in Java. */
final class JavaHeaderReader {

    private static final String ALGORITHM = "java-version-1";
    private static final int LONGEST_VERSION = 128;

    private final JavaRevision instance;
    private final Class<?> type;
    private final RevisionOptions options;
    private final Problems problems;
    private final Origin origin;

    JavaHeaderReader(JavaRevision instance, RevisionOptions options, Problems problems) {
        this.instance = instance;
        this.type = declaredType(instance.getClass());
        this.options = options;
        this.problems = problems;
        this.origin = new Origin(type.getName(), 0);
    }

    /** A bean may be an instance of a class that was generated below the declared one. */
    static Class<?> declaredType(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return type.getName().contains("$$") && parent != null && parent != Object.class ? declaredType(parent) : type;
    }

    String className() {
        return type.getName();
    }

    @Nullable
    JavaScript read() {
        RevisionHeader header = type.getAnnotation(RevisionHeader.class);
        if (header == null) {
            problems.add(
                    "The class '%s' does not say which revision it is".formatted(className()),
                    null,
                    "Annotate it with '@RevisionHeader'.");
            return null;
        }
        RevisionId id = id(header.id());
        List<RevisionId> revises = ids(header.revises());
        List<RevisionId> dependsOn = ids(header.dependsOn());
        check(header);
        if (id == null) {
            return null;
        }
        boolean isSkipped = options.skips(List.of(header.environments()));
        Revision revision = new Revision(
                id,
                revises,
                dependsOn,
                header.label().isEmpty() ? null : header.label(),
                header.message(),
                new Checksum(ALGORITHM, header.version()),
                hasDowngrade() || isSkipped,
                origin);
        return new JavaScript(revision, header, instance, isSkipped);
    }

    private void check(RevisionHeader header) {
        if (header.version().isEmpty() || header.version().length() > LONGEST_VERSION) {
            problems.add(
                    "The version of a revision has 1 to %d characters".formatted(LONGEST_VERSION),
                    origin,
                    "Count it up from '1'.");
        }
        String message = MessageRule.problemWith(header.message());
        if (message != null) {
            problems.add(message, origin, MessageRule.REMEDY);
        }
        if (header.revises().length == 0) {
            problems.add(
                    "Revision '%s' does not say what it revises".formatted(header.id()),
                    origin,
                    "Name its parents in 'revises', or \"base\" when it is the first of its branch.");
        }
        RevisionOptions.refuseExpressions(List.of(header.environments()), origin, problems);
        if (!header.irreversible().isEmpty() && hasDowngrade()) {
            problems.add("'irreversible' contradicts the method 'downgrade'", origin, "Take one of them out.");
        }
    }

    private boolean hasDowngrade() {
        try {
            return type.getMethod("downgrade", RevisionContext.class).getDeclaringClass() != JavaRevision.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<RevisionId> ids(String[] words) {
        if (Arrays.equals(words, new String[] {"base"})) {
            return List.of();
        }
        List<RevisionId> ids = new ArrayList<>();
        for (String word : words) {
            RevisionId id = id(word);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private @Nullable RevisionId id(String word) {
        String problem = RevisionId.problemWith(word);
        if (problem == null) {
            return new RevisionId(word);
        }
        problems.add(problem, origin, Name.REMEDY);
        return null;
    }
}
