package dev.instar.schema;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schemas a catalog covers, and what they are called in it.
 *
 * @param schemas their names in the database; empty for all that are not the server's own
 * @param standFor for a scratch schema, the name of the schema it stands for
 */
public record CatalogScope(Set<String> schemas, Map<String, String> standFor) {

    /** Every schema that is not the server's own. */
    public static CatalogScope everything() {
        return new CatalogScope(Set.of(), Map.of());
    }

    /** These schemas. */
    public static CatalogScope of(String... schemas) {
        return new CatalogScope(Set.of(schemas), Map.of());
    }

    /**
     * A schema that was created to be looked at in place of another. Its name must be found nowhere but in references
     * to it, and need no quotes.
     */
    public static CatalogScope scratch(String scratch, String standsFor) {
        return new CatalogScope(Set.of(scratch), Map.of(scratch, standsFor));
    }

    /** Whether a schema is covered. */
    public boolean covers(String schema) {
        return schemas.isEmpty() ? !standFor.containsValue(schema) : schemas.contains(schema);
    }

    /** A name of a schema as the catalog shows it. */
    public String schema(String name) {
        return standFor.getOrDefault(name, name);
    }

    /** A text of the server as the catalog shows it. */
    public String text(String text) {
        String shown = text;
        for (Map.Entry<String, String> scratch : standFor.entrySet()) {
            shown = shown.replace(scratch.getKey(), Identifier.quote(scratch.getValue()));
        }
        return shown;
    }

    /** A text of the server, or none. */
    public @Nullable String optional(@Nullable String text) {
        return text == null ? null : text(text);
    }
}
