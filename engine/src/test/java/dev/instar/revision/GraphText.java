package dev.instar.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Graphs for tests, one revision a line: {@code m <- b, c needs x label left irreversible}. The line is where its header
 * stands, in a file named after the revision.
 */
public final class GraphText {

    private static final List<String> KEYWORDS = List.of("<-", "needs", "label", "irreversible");

    private GraphText() {}

    public static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(revisions(lines));
    }

    public static List<Revision> revisions(String... lines) {
        List<Revision> revisions = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            revisions.add(revision(lines[line], line + 1));
        }
        return revisions;
    }

    public static Revision revision(String text, int line) {
        List<String> words = List.of(text.strip().split("\\s+"));
        RevisionId id = new RevisionId(words.get(0));
        return new Revision(
                id,
                ids(after("<-", words)),
                ids(after("needs", words)),
                label(after("label", words)),
                "Message of " + id,
                new Checksum("sha256", "of " + id),
                !words.contains("irreversible"),
                new Origin(id + ".sql", line));
    }

    public static List<RevisionId> ids(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(RevisionId::new)
                .toList();
    }

    private static @Nullable String label(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String after(String keyword, List<String> words) {
        int from = words.indexOf(keyword) + 1;
        int to = from;
        while (from > 0 && to < words.size() && !KEYWORDS.contains(words.get(to))) {
            to++;
        }
        return String.join("", words.subList(from, to));
    }
}
