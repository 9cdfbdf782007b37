package dev.instar.boot.command;

import dev.instar.plan.Position;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/** The ways in which commands show many revisions. */
final class Drawing {

    @Option(names = "--json", description = "Print the revisions as JSON.")
    boolean json;

    @Option(names = "--graph", description = "Draw how they follow each other.")
    boolean graph;

    @Option(names = "--mermaid", description = "Print the graph for Mermaid.")
    boolean mermaid;

    @Option(names = "--dot", description = "Print the graph for Graphviz.")
    boolean dot;

    /**
     * @param newestFirst the revisions, each before all that it needs
     * @param current those to be marked as the ones the database is at
     */
    void show(
            List<Revision> newestFirst,
            Position position,
            Collection<RevisionId> current,
            boolean verbose,
            Terminal terminal) {
        if ((json ? 1 : 0) + (graph ? 1 : 0) + (mermaid ? 1 : 0) + (dot ? 1 : 0) > 1) {
            throw new WrongUsageException(
                    "Revisions can be printed in one way at a time.",
                    "Choose one of '--json', '--graph', '--mermaid' and '--dot'.");
        }
        RevisionText text = new RevisionText(position, current, terminal);
        if (json) {
            terminal.json(new RevisionJson(position).of(newestFirst));
        } else if (graph) {
            new LaneDrawing(revision -> revision.id() + "  " + revision.message() + text.marks(revision))
                    .lines(newestFirst)
                    .forEach(terminal::print);
        } else if (mermaid) {
            terminal.print(GraphSource.mermaid(newestFirst, position));
        } else if (dot) {
            terminal.print(GraphSource.dot(newestFirst, position));
        } else if (verbose) {
            text.paragraphs(newestFirst);
        } else {
            text.lines(newestFirst);
        }
    }
}
