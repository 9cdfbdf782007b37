package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.sql.MissingPlaceholder;
import dev.instar.sql.Placeholders;
import dev.instar.sql.RenderedSql;
import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one file wants its placeholders replaced. */
final class Filling {

    /** The words that may follow the directive. */
    static final String EVERYWHERE = "everywhere";

    static final String NOWHERE = "nowhere";

    private final @Nullable Placeholders placeholders;

    private Filling(@Nullable Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** @param where what the header says, or {@code null} when it says nothing */
    static Filling of(Map<String, String> values, @Nullable String where) {
        if (NOWHERE.equals(where)) {
            return new Filling(null);
        }
        Placeholders placeholders = new Placeholders(values);
        return new Filling(EVERYWHERE.equals(where) ? placeholders.insideDollarQuotes() : placeholders);
    }

    /** The text with the placeholders of its statements replaced; the data of a {@code COPY} stays as it is. */
    String filled(String text) {
        if (!text.contains("${")) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int done = 0;
        try (SqlReader reader = new SqlReader(new StringReader(text))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                RenderedSql rendered = item instanceof Statement statement ? fill(statement) : null;
                if (rendered != null) {
                    int start = (int) item.position().offset();
                    filled.append(text, done, start).append(rendered.text());
                    done = start + ((Statement) item).text().length();
                }
            }
        }
        return filled.append(text, done, text.length()).toString();
    }

    /** The statement with its placeholders replaced, or {@code null} when it has none; what has no value is a problem. */
    @Nullable
    RenderedSql fill(Statement statement, String file, Problems problems) {
        RenderedSql filled = fill(statement);
        if (filled != null) {
            for (MissingPlaceholder placeholder : filled.missing()) {
                problems.add(
                        "The placeholder '${%s}' has no value".formatted(placeholder.name()),
                        new Origin(
                                file, statement.positionAt(placeholder.offset()).line()),
                        "Set 'instar.placeholders.%1$s', or write '$${%1$s}' if the text is meant as it is."
                                .formatted(placeholder.name()));
            }
        }
        return filled;
    }

    private @Nullable RenderedSql fill(Statement statement) {
        return placeholders == null || !statement.text().contains("${")
                ? null
                : placeholders.render(statement.text(), statement.standardStrings());
    }
}
