package dev.instar.autogenerate;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a script that names schemas create its objects in others, made for the purpose. What an extension has put into a
 * schema stays there.
 */
final class ScratchNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    private static final Pattern SEARCH_PATH =
            Pattern.compile("(?is)\\s*SET\\s+(SESSION\\s+|LOCAL\\s+)?search_path\\b.*");

    private final Map<String, String> scratchBySchema;
    private final Map<String, Pattern> qualifiers = new TreeMap<>();

    ScratchNames(Map<String, String> scratchBySchema) {
        this.scratchBySchema = new TreeMap<>(scratchBySchema);
        scratchBySchema.keySet().forEach(schema -> spare(schema, Set.of()));
    }

    /** From here on these names of a schema mean what they say. */
    void spare(String schema, Collection<String> names) {
        String spared = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String rest = names.isEmpty() ? "" : "(?!\"?(?:" + spared + ")\"?(?![\\w$]))";
        qualifiers.put(schema, Pattern.compile(word(schema) + "\\s*\\.\\s*" + rest));
    }

    String rewrite(String sql) {
        boolean setsSearchPath = SEARCH_PATH.matcher(sql).matches();
        String rewritten = sql;
        for (Map.Entry<String, Pattern> qualifier : qualifiers.entrySet()) {
            String schema = qualifier.getKey();
            String scratch = scratchBySchema.getOrDefault(schema, schema);
            rewritten = setsSearchPath
                    ? rewritten.replaceAll(word(schema) + "(?![\\w$])", scratch)
                    : qualifier.getValue().matcher(rewritten).replaceAll(scratch + ".");
        }
        return rewritten;
    }

    /** A sentence of the server's with the names that people know. */
    String restore(String text) {
        String restored = text;
        for (Map.Entry<String, String> schema : scratchBySchema.entrySet()) {
            restored = restored.replace(schema.getValue(), schema.getKey());
        }
        return restored;
    }

    private static String word(String schema) {
        String quoted = "\"" + Pattern.quote(schema.replace("\"", "\"\"")) + "\"";
        return PLAIN.matcher(schema).matches()
                ? "(?:(?<![\\w.\"$])(?i:" + Pattern.quote(schema) + ")|" + quoted + ")"
                : quoted;
    }
}
