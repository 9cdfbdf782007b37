package dev.instar.script;

import dev.instar.sql.Placeholders;
import dev.instar.sql.RenderedSql;
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

    /** The text with its placeholders replaced. */
    String filled(String text) {
        RenderedSql rendered = fill(text);
        return rendered == null ? text : rendered.text();
    }

    /** The text with its placeholders replaced, or {@code null} when it has none. */
    @Nullable
    RenderedSql fill(String text) {
        return placeholders == null || !text.contains("${") ? null : placeholders.render(text);
    }
}
