package dev.instar.sample;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** JSON as a reader likes it: what fits on a line stands on one. */
final class CompactJson {

    private static final int WIDEST = 118;

    private CompactJson() {}

    static String print(JsonNode node) {
        return print(node, 0);
    }

    private static String print(JsonNode node, int indent) {
        String line = line(node);
        if (indent + line.length() <= WIDEST || !node.isContainer()) {
            return line;
        }
        String margin = " ".repeat(indent + 2);
        List<String> entries = node.isArray()
                ? node.valueStream().map(value -> print(value, indent + 2)).toList()
                : node.propertyStream()
                        .map(field -> "\"%s\": %s".formatted(field.getKey(), print(field.getValue(), indent + 2)))
                        .toList();
        String open = node.isArray() ? "[" : "{";
        String close = node.isArray() ? "]" : "}";
        return open + "\n" + margin + fill(entries, margin) + "\n" + " ".repeat(indent) + close;
    }

    /** Puts short neighbours on one line. */
    private static String fill(List<String> entries, String margin) {
        StringBuilder text = new StringBuilder();
        int column = margin.length();
        for (String entry : entries) {
            boolean joins = !text.isEmpty()
                    && !entry.contains("\n")
                    && text.charAt(text.length() - 1) != '}'
                    && column + entry.length() + 2 <= WIDEST;
            if (!text.isEmpty()) {
                text.append(joins ? ", " : ",\n" + margin);
            }
            column = joins ? column + entry.length() + 2 : margin.length() + entry.length();
            text.append(entry);
        }
        return text.toString();
    }

    private static String line(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(CompactJson::line).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node.isObject()) {
            return node.propertyStream()
                    .map(field -> "\"%s\": %s".formatted(field.getKey(), line(field.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.toString();
    }
}
