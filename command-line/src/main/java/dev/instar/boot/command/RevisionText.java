package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Revisions as people read them. */
final class RevisionText {

    private final Position position;
    private final Collection<RevisionId> current;
    private final Terminal terminal;

    RevisionText(Position position, Terminal terminal) {
        this(position, List.of(), terminal);
    }

    /** @param current those to be marked as the ones the database is at */
    RevisionText(Position position, Collection<RevisionId> current, Terminal terminal) {
        this.position = position;
        this.current = current;
        this.terminal = terminal;
    }

    /** A line for each. */
    void lines(Collection<Revision> revisions) {
        Table table = new Table();
        for (Revision revision : revisions) {
            table.add(terminal.style()::yellow, revision.id().value(), revision.message() + marks(revision));
        }
        table.print(terminal);
    }

    /** A paragraph for each. */
    void paragraphs(Collection<Revision> revisions) {
        boolean first = true;
        for (Revision revision : revisions) {
            if (!first) {
                terminal.print("");
            }
            first = false;
            paragraph(revision);
        }
    }

    private void paragraph(Revision revision) {
        RevisionGraph graph = position.graph();
        Table table = new Table();
        line(table, "revision", revision.id().value() + marks(revision));
        line(table, "revises", revision.isRoot() ? "base" : list(revision.revises()));
        if (!revision.dependsOn().isEmpty()) {
            line(table, "depends on", list(revision.dependsOn()));
        }
        if (graph.children(revision.id()).size() > 1) {
            line(table, "branches into", list(graph.children(revision.id())));
        }
        line(table, "message", revision.message());
        if (!graph.labels(revision.id()).isEmpty()) {
            line(table, "branch", String.join(", ", graph.labels(revision.id())));
        }
        line(table, "file", revision.origin().toString());
        line(table, "downgrade", revision.reversible() ? "yes" : "no");
        position.applied().stream()
                .filter(row -> row.id().equals(revision.id()))
                .forEach(row -> line(table, "applied", applied(row)));
        table.print(terminal);
    }

    private void line(Table table, String name, String value) {
        table.add(terminal.style()::faint, name, value);
    }

    private static String applied(AppliedRevision row) {
        return "%s by %s in %d ms"
                .formatted(row.appliedAt(), row.appliedBy(), row.duration().toMillis());
    }

    /** What is remarkable about a revision, in parentheses. */
    String marks(Revision revision) {
        RevisionGraph graph = position.graph();
        List<String> marks = new ArrayList<>();
        if (current.contains(revision.id())) {
            marks.add("current");
        }
        if (!graph.contains(revision.id())) {
            marks.add("no file");
        } else if (graph.children(revision.id()).isEmpty()) {
            marks.add(graph.realHeads().contains(revision.id()) ? "head" : "effective head");
        }
        if (graph.children(revision.id()).size() > 1) {
            marks.add("branch point");
        }
        if (revision.isMerge()) {
            marks.add("merge");
        }
        if (revision.label() != null) {
            marks.add("label " + revision.label());
        }
        return marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")";
    }

    private static String list(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
}
