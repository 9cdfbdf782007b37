package dev.instar.plan;

import dev.instar.revision.AppliedRevision;
import dev.instar.revision.Checksum;
import dev.instar.revision.GraphText;
import dev.instar.revision.InstarException;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One row of the case table.
 *
 * @param graph its revisions, a line each
 * @param database lines that say what is applied: {@code at}, {@code rows}, {@code unknown}, {@code edited}
 * @param expected the result, or the whole text of the error, each line behind {@code !}
 * @param unlikeAlembic why the result is not Alembic's; empty when it is
 */
record TargetCase(
        String name, List<String> graph, List<String> database, String command, String expected, String unlikeAlembic) {

    /** The result or the error, written as the table writes them. */
    String actual() {
        try {
            return result();
        } catch (InstarException refused) {
            return refused.getMessage()
                    .lines()
                    .map(line -> "! " + line)
                    .reduce((all, line) -> all + "\n" + line)
                    .get();
        }
    }

    private String result() {
        RevisionGraph revisions = GraphText.graph(graph.toArray(String[]::new));
        return new TargetCommand(revisions, position(revisions)).run(command);
    }

    private Position position(RevisionGraph revisions) {
        List<AppliedRevision> history = new ArrayList<>();
        for (String line : database) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, line.indexOf(' '))) {
                case "at" ->
                    history.addAll(Positions.at(revisions, rest.equals("base") ? List.of() : GraphText.ids(rest))
                            .applied());
                case "rows" ->
                    history.addAll(
                            Positions.rows(revisions, GraphText.ids(rest)).applied());
                case "unknown" -> history.add(Positions.row(GraphText.revision(rest, 1)));
                case "edited" -> edit(history, rest, revisions);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Position(revisions, history);
    }

    private static void edit(List<AppliedRevision> history, String id, RevisionGraph revisions) {
        Revision revision = Objects.requireNonNull(revisions.find(new RevisionId(id)));
        history.removeIf(row -> row.id().equals(revision.id()));
        history.add(Positions.row(revision, new Checksum("sha256", "before the edit")));
    }
}
