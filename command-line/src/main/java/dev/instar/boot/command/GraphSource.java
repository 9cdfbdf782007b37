package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The graph in the languages of tools that draw it. Applied revisions are filled; dependencies are dotted. */
final class GraphSource {

    private GraphSource() {}

    static String mermaid(List<Revision> revisions, Position position) {
        StringBuilder text = new StringBuilder("flowchart BT\n");
        text.append("  classDef applied fill:#d6f5d6,stroke:#2e7d32\n");
        Set<RevisionId> shown = ids(revisions);
        for (Revision revision : revisions) {
            text.append("  %s[\"%s\"]%s\n"
                    .formatted(
                            node(revision.id()),
                            revision.id() + "<br/>" + mermaidText(revision.message()),
                            position.isApplied(revision.id()) ? ":::applied" : ""));
            for (RevisionId parent : revision.revises()) {
                edge(text, shown, parent, "  %s --> %s\n".formatted(node(parent), node(revision.id())));
            }
            for (RevisionId needed : revision.dependsOn()) {
                edge(text, shown, needed, "  %s -.-> %s\n".formatted(node(needed), node(revision.id())));
            }
        }
        return text.toString().stripTrailing();
    }

    static String dot(List<Revision> revisions, Position position) {
        StringBuilder text = new StringBuilder("digraph revisions {\n  rankdir=BT;\n  node [shape=box];\n");
        Set<RevisionId> shown = ids(revisions);
        for (Revision revision : revisions) {
            text.append("  \"%s\" [label=\"%s\"%s];\n"
                    .formatted(
                            revision.id(),
                            (revision.id() + "\n" + revision.message())
                                    .replace("\\", "\\\\")
                                    .replace("\"", "\\\"")
                                    .replace("\n", "\\n"),
                            position.isApplied(revision.id()) ? ", style=filled, fillcolor=\"#d6f5d6\"" : ""));
            for (RevisionId parent : revision.revises()) {
                edge(text, shown, parent, "  \"%s\" -> \"%s\";\n".formatted(parent, revision.id()));
            }
            for (RevisionId needed : revision.dependsOn()) {
                edge(text, shown, needed, "  \"%s\" -> \"%s\" [style=dotted];\n".formatted(needed, revision.id()));
            }
        }
        return text.append('}').toString();
    }

    private static void edge(StringBuilder text, Set<RevisionId> shown, RevisionId from, String line) {
        if (shown.contains(from)) {
            text.append(line);
        }
    }

    private static Set<RevisionId> ids(List<Revision> revisions) {
        Set<RevisionId> ids = new HashSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    /** Mermaid takes marks in a text for HTML. */
    private static String mermaidText(String message) {
        return message.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }

    /** Ids may begin with digits and contain dots, which the names of nodes may not. */
    private static String node(RevisionId id) {
        return "r_" + id.value().replace(".", "_dot_");
    }
}
