package dev.instar.autogenerate;

import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import dev.instar.sql.StatementKind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements of a source that say what a schema looks like, and the schemas that they create. */
public record SourceScript(List<Statement> statements, Set<String> schemas) {

    private static final Pattern CREATE_SCHEMA = Pattern.compile(
            "(?is)\\s*CREATE\\s+SCHEMA\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?<name>\"(?:[^\"]|\"\")+\"|[\\w$]+)\\s*(?:AUTHORIZATION\\s.*)?");
    private static final Pattern CREATE_NAME = Pattern.compile(
            "(?is)\\s*CREATE\\s+(?:\\w+\\s+)*?(?:TABLE|VIEW|TYPE|DOMAIN|SEQUENCE|FUNCTION|PROCEDURE)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
                    + "(?:(?:\"[^\"]+\"|[\\w$]+)\\s*\\.\\s*)?(?<name>\"(?:[^\"]|\"\")+\"|[\\w$]+)");
    private static final Pattern ABOUT_OTHER_THINGS = Pattern.compile(
            "(?is)\\s*(?:GRANT|REVOKE|ALTER\\s+DEFAULT\\s+PRIVILEGES|(?:ALTER|DROP|COMMENT\\s+ON)\\s+SCHEMA"
                    + "|ALTER\\s.*\\sOWNER\\s+TO|CREATE\\s+CAST|COMMENT\\s+ON\\s+EXTENSION|REASSIGN|SECURITY\\s+LABEL|IMPORT"
                    + "|(?:CREATE|ALTER|DROP|COMMENT\\s+ON)\\s+(?:ROLE|USER|GROUP|DATABASE|SERVER|FOREIGN\\s+DATA|EVENT\\s+TRIGGER"
                    + "|PUBLICATION))\\s.*");

    private static final Pattern CONCURRENTLY = Pattern.compile("(?i)\\bCONCURRENTLY\\b");

    private static final Set<StatementKind> TELLING = EnumSet.of(
            StatementKind.DEFINITION,
            StatementKind.ALTER_TYPE_ADD_VALUE,
            StatementKind.CREATE_INDEX_CONCURRENTLY,
            StatementKind.DROP_INDEX_CONCURRENTLY,
            StatementKind.DETACH_PARTITION_CONCURRENTLY,
            StatementKind.DO,
            StatementKind.SETTING);

    static SourceScript of(String sql) {
        List<Statement> statements = new ArrayList<>();
        Set<String> schemas = new LinkedHashSet<>();
        try (SqlReader reader = new SqlReader(new StringReader(sql))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Statement statement) {
                    String schema = createdSchema(statement.text());
                    if (schema != null) {
                        schemas.add(schema);
                    } else if (saysWhatThereIs(statement.text(), statement.kind())) {
                        statements.add(statement);
                    }
                }
            }
        }
        return new SourceScript(List.copyOf(statements), schemas);
    }

    /** The names of what is created, in whatever schema. */
    Set<String> created() {
        return statements.stream()
                .map(statement -> CREATE_NAME.matcher(statement.text()))
                .filter(Matcher::lookingAt)
                .map(matcher -> stored(matcher.group("name")))
                .collect(Collectors.toSet());
    }

    /** A name as it is kept, without quotes. */
    public static String stored(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    /** Whether such a statement says what a schema looks like; rows, owners and privileges do not count. */
    public static boolean saysWhatThereIs(String sql, StatementKind kind) {
        return TELLING.contains(kind) && !ABOUT_OTHER_THINGS.matcher(sql).matches();
    }

    /** The schema that the statement creates, or {@code null} when it is about something else. */
    public static @Nullable String createdSchema(String sql) {
        Matcher schema = CREATE_SCHEMA.matcher(sql);
        return schema.matches() ? stored(schema.group("name")) : null;
    }

    /** The same statement for a transaction, where it is none. */
    public static String withinTransaction(String sql, StatementKind kind) {
        return switch (kind) {
            case CREATE_INDEX_CONCURRENTLY, DROP_INDEX_CONCURRENTLY, DETACH_PARTITION_CONCURRENTLY ->
                CONCURRENTLY.matcher(sql).replaceFirst("");
            default -> sql;
        };
    }
}
