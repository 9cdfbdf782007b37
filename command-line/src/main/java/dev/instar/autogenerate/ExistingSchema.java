package dev.instar.autogenerate;

import javax.sql.DataSource;

/**
 * The schema of another database.
 *
 * @param name what people call it, as in a sentence
 */
public record ExistingSchema(String name, DataSource dataSource) implements WantedSchema {

    @Override
    public Language language() {
        return Language.SQL;
    }
}
