package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problem;

/**
 * Something that must be true before or after an upgrade.
 *
 * @param text what must be true, in words
 * @param query returns one row with one value that says whether it is
 * @param origin where it is written down
 */
public record Check(String text, ScriptStatement query, Origin origin) {

    /** That it cannot be asked after an upgrade that is more than one transaction. */
    public Problem outsideOfOneTransaction() {
        return new Problem(
                "What must be true after the upgrade ('%s') can only be checked inside its transaction, and it has statements that run outside"
                        .formatted(text),
                origin,
                "Move these statements, or the check, to a revision of their own.");
    }
}
