package dev.instar.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a text anew, from left to right, with placeholders replaced where they may be. */
final class PlaceholderRendering {

    private final String original;
    private final TextWindow window;
    private final Map<String, String> values;
    private final StringBuilder rendered = new StringBuilder();
    private final List<MissingPlaceholder> missing = new ArrayList<>();
    private final List<RenderedSql.Replacement> replacements = new ArrayList<>();
    private int done;
    private int found = -1;

    PlaceholderRendering(String original, Map<String, String> values) {
        this.original = original;
        this.window = new TextWindow(original.toCharArray(), original.length());
        this.values = values;
    }

    void copyUntil(int end) {
        rendered.append(original, done, end);
        done = end;
    }

    void replaceUntil(int end) {
        for (int dollar = next(end); dollar >= 0; dollar = next(end)) {
            boolean escaped = dollar > done && original.charAt(dollar - 1) == '$';
            int behind = PlaceholderName.behind(window, dollar);
            if (escaped) {
                copyUntil(dollar - 1);
                replace(dollar + 2, "${");
            } else if (behind < 0 || behind > end) {
                copyUntil(dollar + 2);
            } else {
                replaceNamed(dollar, behind);
            }
        }
        copyUntil(end);
    }

    private int next(int end) {
        if (found < done) {
            int next = original.indexOf("${", done);
            found = next < 0 ? original.length() : next;
        }
        return found < end ? found : -1;
    }

    private void replaceNamed(int dollar, int behind) {
        String name = original.substring(dollar + 2, behind - 1);
        String value = values.get(name);
        copyUntil(dollar);
        if (value == null) {
            missing.add(new MissingPlaceholder(name, dollar));
            copyUntil(behind);
        } else {
            replace(behind, value);
        }
    }

    private void replace(int behind, String value) {
        int start = done;
        rendered.append(value);
        done = behind;
        replacements.add(new RenderedSql.Replacement(start, behind, rendered.length()));
    }

    RenderedSql finish() {
        replaceUntil(original.length());
        return new RenderedSql(original, rendered.toString(), missing, replacements);
    }
}
