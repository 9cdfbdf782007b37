package dev.instar.script;

import dev.instar.revision.Problems;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the revisions written in Java, in the order of their class names. */
final class JavaRevisions {

    private final RevisionOptions options;
    private final Problems problems;

    JavaRevisions(RevisionOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    List<Script> scripts() {
        List<JavaRevision> revisions = new ArrayList<>(options.javaRevisions());
        for (String className : options.javaRevisionClasses()) {
            JavaRevision created = create(className);
            if (created != null) {
                revisions.add(created);
            }
        }
        return revisions.isEmpty() ? List.of() : read(revisions);
    }

    private List<Script> read(List<JavaRevision> revisions) {
        return revisions.stream()
                .map(revision -> new JavaHeaderReader(revision, options, problems))
                .sorted(Comparator.comparing(JavaHeaderReader::className))
                .map(JavaHeaderReader::read)
                .filter(Objects::nonNull)
                .map(Script.class::cast)
                .toList();
    }

    private @Nullable JavaRevision create(String className) {
        try {
            Class<?> type =
                    Class.forName(className, true, Thread.currentThread().getContextClassLoader());
            if (JavaRevision.class.isAssignableFrom(type)) {
                return (JavaRevision) type.getDeclaredConstructor().newInstance();
            }
            refuse("The class '%s' is not a Java revision".formatted(className), "Let it implement 'JavaRevision'.");
        } catch (ClassNotFoundException missing) {
            refuse("There is no class '%s'".formatted(className), "Correct 'instar.java-revisions'.");
        } catch (LinkageError broken) {
            refuse(
                    "The class '%s' cannot be loaded: %s"
                            .formatted(className, Objects.requireNonNullElse(broken.getCause(), broken)),
                    "Mend the class, or bring what it needs.");
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException unsuitable) {
            refuse(
                    "The class '%s' cannot be created".formatted(className),
                    "Make it public, with a public constructor that has no parameters, or declare it as a bean.");
        } catch (InvocationTargetException failed) {
            refuse(
                    "The constructor of '%s' failed: %s".formatted(className, failed.getTargetException()),
                    "Let it do nothing that can fail; the work belongs into 'upgrade'.");
        }
        return null;
    }

    private void refuse(String what, String remedy) {
        problems.add(what, null, remedy);
    }
}
