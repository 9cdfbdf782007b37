package dev.instar.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param language what stands behind the opening fence
 * @param from the file and region it is taken from, or empty when the page does not say
 */
record Snippet(Path page, int line, String language, String from, String text) {

    private static final Pattern FENCE = Pattern.compile("```(?<language>\\w*)");
    private static final Pattern FROM = Pattern.compile("<!-- from: (?<from>\\S+) -->");

    /** Every block of a page. */
    static List<Snippet> of(Path page) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int index = 0; index < lines.size(); index++) {
            Matcher fence = FENCE.matcher(lines.get(index));
            if (fence.matches()) {
                int end = index + 1 + lines.subList(index + 1, lines.size()).indexOf("```");
                Matcher from = FROM.matcher(index == 0 ? "" : lines.get(index - 1));
                snippets.add(new Snippet(
                        page,
                        index + 1,
                        fence.group("language"),
                        from.matches() ? from.group("from") : "",
                        String.join("\n", lines.subList(index + 1, end))));
                index = end;
            }
        }
        return snippets;
    }

    /** The text of the region the page says this block is taken from. */
    String source(Path root) throws IOException {
        String[] place = from.split("#");
        List<String> lines = Files.readAllLines(root.resolve(place[0]));
        if (place.length == 1) {
            return String.join("\n", lines).stripTrailing();
        }
        int begin = indexOf(lines, "tag::" + place[1] + "[]");
        int end = indexOf(lines, "end::" + place[1] + "[]");
        return String.join("\n", lines.subList(begin + 1, end)).stripIndent().strip();
    }

    private int indexOf(List<String> lines, String mark) {
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).contains(mark)) {
                return index;
            }
        }
        throw new AssertionError("%s:%d is taken from %s, which has no '%s'".formatted(page, line, from, mark));
    }
}
