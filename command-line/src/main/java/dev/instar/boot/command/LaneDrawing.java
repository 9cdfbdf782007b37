package dev.instar.boot.command;

import dev.instar.revision.Revision;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Draws revisions with lines between them, newest first:
 *
 * <pre>
 * *    d94c2b10  Merge achievements
 * |\
 * | *  e26f8a4c  Optimize indexes
 * * |  002  Full text search
 * |/
 * *    001  Initial schema
 * </pre>
 */
final class LaneDrawing {

    private final Function<Revision, String> text;
    private final List<String> lines = new ArrayList<>();

    /** What is awaited in each lane: the next revision of that line. */
    private List<RevisionId> lanes = new ArrayList<>();

    LaneDrawing(Function<Revision, String> text) {
        this.text = text;
    }

    List<String> lines(List<Revision> newestFirst) {
        Set<RevisionId> shown = new HashSet<>();
        newestFirst.forEach(revision -> shown.add(revision.id()));
        for (Revision revision : newestFirst) {
            int lane = laneOf(revision.id());
            lines.add(node(lane) + "  " + text.apply(revision));
            move(lane, revision.revises().stream().filter(shown::contains).toList());
        }
        return lines;
    }

    private int laneOf(RevisionId id) {
        if (!lanes.contains(id)) {
            lanes.add(id);
        }
        return lanes.indexOf(id);
    }

    private String node(int lane) {
        StringBuilder row = new StringBuilder();
        for (int index = 0; index < lanes.size(); index++) {
            row.append(index == 0 ? "" : " ").append(index == lane ? "*" : "|");
        }
        return row.toString();
    }

    /** The lane goes on with the parents; lanes that await the same revision run together. */
    private void move(int lane, List<RevisionId> parents) {
        List<RevisionId> next = new ArrayList<>();
        List<int[]> edges = new ArrayList<>();
        for (int index = 0; index < lanes.size(); index++) {
            for (RevisionId awaited : index == lane ? parents : List.of(lanes.get(index))) {
                if (!next.contains(awaited)) {
                    next.add(awaited);
                }
                edges.add(new int[] {index, next.indexOf(awaited)});
            }
        }
        lanes = next;
        while (edges.stream().anyMatch(edge -> edge[0] != edge[1])) {
            lines.add(connect(edges));
        }
    }

    /** Leads each edge one lane nearer to where it goes. */
    private static String connect(List<int[]> edges) {
        StringBuilder row = new StringBuilder();
        for (int[] edge : edges) {
            int step = Integer.compare(edge[1], edge[0]);
            put(row, 2 * edge[0] + step, step == 0 ? '|' : step > 0 ? '\\' : '/');
            edge[0] += step;
        }
        return row.toString();
    }

    private static void put(StringBuilder row, int column, char sign) {
        while (row.length() <= column) {
            row.append(' ');
        }
        row.setCharAt(column, sign);
    }
}
