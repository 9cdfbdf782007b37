package dev.instar.script;

import dev.instar.revision.Origin;

/**
 * Something that must be true before or after an upgrade.
 *
 * @param text what must be true, in words
 * @param query returns one row with one value that says whether it is
 * @param origin where it is written down
 * @param queryLine the line its query begins at
 */
public record Check(String text, String query, Origin origin, int queryLine) {}
