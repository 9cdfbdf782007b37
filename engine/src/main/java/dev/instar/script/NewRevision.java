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
 * @param sections what it consists of; empty ones are for somebody to fill in
 */
public record NewRevision(
        @Nullable RevisionId id,
        List<RevisionId> revises,
        List<RevisionId> dependsOn,
        @Nullable String label,
        String message,
        Sections sections) {

    /**
     * What a revision consists of, each as it stands in the file.
     *
     * @param required sections with what must be true before; may be empty
     */
    public record Sections(String required, String upgrade, String downgrade) {

        /** To be filled in. */
        public static final Sections EMPTY = new Sections("", "", "");
    }

    /** A revision that somebody is going to fill in. */
    public NewRevision(
            @Nullable RevisionId id,
            List<RevisionId> revises,
            List<RevisionId> dependsOn,
            @Nullable String label,
            String message) {
        this(id, revises, dependsOn, label, message, Sections.EMPTY);
    }

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
            if (!sections.required().isBlank()) {
                text.append('\n').append(sections.required().strip()).append('\n');
            }
            section(text, DirectiveName.UPGRADE, sections.upgrade());
            section(text, DirectiveName.DOWNGRADE, sections.downgrade());
        }
        return text.toString();
    }

    private static void section(StringBuilder text, DirectiveName name, String sql) {
        text.append("\n%s\n%s\n".formatted(name, sql.strip()));
    }

    private static void line(StringBuilder text, DirectiveName name, String value) {
        text.append("%-14s %s\n".formatted(name, value));
    }

    private static String list(List<RevisionId> ids) {
        return String.join(", ", ids.stream().map(RevisionId::value).toList());
    }
}
