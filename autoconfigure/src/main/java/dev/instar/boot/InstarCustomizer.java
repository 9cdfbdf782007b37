package dev.instar.boot;

import dev.instar.InstarSettings;

/**
 * Has the last word on the settings of a database, after the properties. Beans of this type are asked in their order,
 * once for each database, before its engine is created.
 */
@FunctionalInterface
public interface InstarCustomizer {

    /**
     * The settings as they shall be, made of what they are.
     *
     * @param database the name by which endpoint and metrics show the database
     */
    InstarSettings customize(String database, InstarSettings settings);
}
