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

/** The statements of a source that say what a schema looks like, and the schemas that they create. */
record SourceScript(List<Statement> statements, Set<String> schemas) {

    private static final Pattern CREATE_SCHEMA = Pattern.compile(
            "(?is)\\s*CREATE\\s+SCHEMA\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?<name>\"(?:[^\"]|\"\")+\"|[\\w$]+)\\s*(?:AUTHORIZATION\\s.*)?");
    private static final Pattern CREATE_NAME = Pattern.compile(
            "(?is)\\s*CREATE\\s+(?:\\w+\\s+)*?(?:TABLE|VIEW|TYPE|DOMAIN|SEQUENCE|FUNCTION|PROCEDURE)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
                    + "(?:(?:\"[^\"]+\"|[\\w$]+)\\s*\\.\\s*)?(?<name>\"(?:[^\"]|\"\")+\"|[\\w$]+)");
    private static final Pattern ABOUT_OTHER_THINGS = Pattern.compile(
            "(?is)\\s*(?:GRANT|REVOKE|ALTER\\s+DEFAULT\\s+PRIVILEGES|(?:ALTER|DROP|COMMENT\\s+ON)\\s+SCHEMA"
                    + "|ALTER\\s.*\\sOWNER\\s+TO|CREATE\\s+CAST|COMMENT\\s+ON\\s+EXTENSION)\\s.*");

    private static final Set<StatementKind> TELLING = EnumSet.of(
            StatementKind.DEFINITION,
            StatementKind.ALTER_TYPE_ADD_VALUE,
            StatementKind.CREATE_INDEX_CONCURRENTLY,
            StatementKind.DO,
            StatementKind.SETTING);

    static SourceScript of(String sql) {
        List<Statement> statements = new ArrayList<>();
        Set<String> schemas = new LinkedHashSet<>();
        try (SqlReader reader = new SqlReader(new StringReader(sql))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Statement statement) {
                    Matcher schema = CREATE_SCHEMA.matcher(statement.text());
                    if (schema.matches()) {
                        schemas.add(stored(schema.group("name")));
                    } else if (saysWhatThereIs(statement)) {
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

    private static String stored(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    private static boolean saysWhatThereIs(Statement statement) {
        return TELLING.contains(statement.kind())
                && !ABOUT_OTHER_THINGS.matcher(statement.text()).matches();
    }
}
