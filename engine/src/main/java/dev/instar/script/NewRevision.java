package dev.instar.script;

import dev.instar.revision.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that shall be written to a file.
 *
 * @param id its id, or {@code null} to make one up
 * @param revises its parents; none for a root
 * @param dependsOn what must be applied first without being a parent
 * @param label the name it gives to its branch
 * @param message what it does, in a few words
 */
public record NewRevision(
        @Nullable RevisionId id,
        List<RevisionId> revises,
        List<RevisionId> dependsOn,
        @Nullable String label,
        String message) {

    public NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        message = message.strip().replaceAll("\\s+", " ");
    }

    /** The file's text: all of the header, and sections to be filled in unless it is a merge. */
    String text(RevisionId withId) {
        StringBuilder text = new StringBuilder();
        line(text, DirectiveName.REVISION, withId.value());
        line(text, DirectiveName.REVISES, revises.isEmpty() ? "base" : list(revises));
        line(text, DirectiveName.MESSAGE, message);
        if (label != null) {
            line(text, DirectiveName.LABEL, label);
        }
        if (!dependsOn.isEmpty()) {
            line(text, DirectiveName.DEPENDS_ON, list(dependsOn));
        }
        if (revises.size() < 2) {
            text.append("\n%s\n\n\n%s\n\n".formatted(DirectiveName.UPGRADE, DirectiveName.DOWNGRADE));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, DirectiveName name, String value) {
        text.append("%-14s %s\n".formatted(name, value));
    }

    private static String list(List<RevisionId> ids) {
        return String.join(", ", ids.stream().map(RevisionId::value).toList());
    }
}
