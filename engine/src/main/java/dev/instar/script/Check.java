package dev.instar.script;

import dev.instar.revision.Origin;

/**
 * Something that must be true before or after an upgrade.
 *
 * @param text what must be true, in words
 * @param query returns one row with one value that says whether it is
 * @param origin where it is written down
 */
public record Check(String text, ScriptStatement query, Origin origin) {}
