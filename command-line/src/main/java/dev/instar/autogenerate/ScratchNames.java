package dev.instar.autogenerate;

import dev.instar.schema.Identifier;
import dev.instar.sql.Statement;
import dev.instar.sql.StatementKind;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lets a script that names schemas create its objects in others, made for the purpose. What an extension has put into a
 * schema stays there.
 */
public final class ScratchNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");
    /** Literals and quoted names; comments only so that none is found within them. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?s)(?<literal>'[^']*+(?:''[^']*+)*+'|\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)|--[^\n]*|/\\*.*?\\*/|\"[^\"]*+\"");

    private static final Pattern SEARCH_PATH =
            Pattern.compile("(?is)\\s*SET\\s+(SESSION\\s+|LOCAL\\s+)?search_path\\b.*");

    private final Map<String, String> scratchBySchema;
    private final Map<String, Pattern> qualifiers = new TreeMap<>();
    private final Map<String, Pattern> inLiterals = new TreeMap<>();

    /** For these schemas, by the names of those they stand for. */
    public ScratchNames(Map<String, String> scratchBySchema) {
        this.scratchBySchema = new TreeMap<>(scratchBySchema);
        scratchBySchema.keySet().forEach(schema -> spare(schema, Set.of()));
    }

    /** What a schema can be called that nobody has called one before. */
    public static String fresh() {
        byte[] bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return "instar_scratch_" + HexFormat.of().formatHex(bytes);
    }

    /** From here on these names of a schema mean what they say. */
    public void spare(String schema, Collection<String> names) {
        String spared = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String rest = names.isEmpty() ? "" : "(?!\"?(?:" + spared + ")\"?(?![\\w$]))";
        qualifiers.put(schema, Pattern.compile(word(schema) + "\\s*\\.\\s*" + rest));
        String written = "(?<![\\w.\"$])" + Pattern.quote(Identifier.quote(schema)) + "\\.(?=[\\w\"])";
        inLiterals.put(schema, Pattern.compile(written + rest));
    }

    String rewrite(Statement statement) {
        return rewrite(statement.text(), statement.kind());
    }

    /** The statement as it is said of the scratch schemas. */
    public String rewrite(String sql, StatementKind kind) {
        if (SEARCH_PATH.matcher(sql).matches()) {
            String path = sql;
            for (Map.Entry<String, String> schema : scratchBySchema.entrySet()) {
                path = path.replaceAll(word(schema.getKey()) + "(?![\\w$])", schema.getValue());
            }
            return path;
        }
        if (kind == StatementKind.DO) {
            return rewrite(sql, qualifiers);
        }
        StringBuilder rewritten = new StringBuilder();
        int end = 0;
        Matcher matcher = LITERAL.matcher(sql);
        while (matcher.find()) {
            boolean isLiteral = matcher.group("literal") != null;
            if (isLiteral || matcher.group().startsWith("\"") && matcher.group().contains(".")) {
                rewritten.append(rewrite(sql.substring(end, matcher.start()), qualifiers));
                // What a literal holds may be no name at all, and must come back as it was.
                rewritten.append(isLiteral ? rewrite(matcher.group(), inLiterals) : matcher.group());
                end = matcher.end();
            }
        }
        return rewritten.append(rewrite(sql.substring(end), qualifiers)).toString();
    }

    private String rewrite(String sql, Map<String, Pattern> patterns) {
        String rewritten = sql;
        for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
            rewritten = pattern.getValue().matcher(rewritten).replaceAll(scratchBySchema.get(pattern.getKey()) + ".");
        }
        return rewritten;
    }

    /** A sentence of the server's with the names that people know. */
    public String restore(String text) {
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
