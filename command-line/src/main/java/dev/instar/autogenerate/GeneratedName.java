package dev.instar.autogenerate;

import dev.instar.schema.Constraint;
import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.ForeignKey;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Index;
import dev.instar.schema.SchemaObject;
import java.util.regex.Pattern;

/**
 * Tells names that nobody chose from those that somebody did. What has a name of the first sort came from a mapping;
 * what has one of the second was written by hand.
 */
final class GeneratedName {

    private static final Pattern HASH = Pattern.compile("(?i)(fk|uk|uq|idx)[0-9a-z]{20,}");
    private static final Pattern OF_THE_SERVER = Pattern.compile(".*_(pkey|key|fkey|check|excl|idx)\\d*");

    /** Conditions that follow from the values of an enumeration, or from a class in a table of several. */
    private static final Pattern OF_VALUES =
            Pattern.compile("(?s).*= ANY \\(.*ARRAY\\[.*|\\(*\"?\\w+\"?\\)*(::\\w+)* = '[^']*'::[\\w ]+\\)*"
                    + "|\\(*\"?\\w+\"? >= \\d+\\)* AND \\(*\"?\\w+\"? <= \\d+\\)*|.*<> '.*IS NOT NULL.*");

    private GeneratedName() {}

    static boolean isGenerated(String name) {
        return isHash(name) || OF_THE_SERVER.matcher(name).matches();
    }

    static boolean isHash(String name) {
        return HASH.matcher(name).matches();
    }

    /** Whether a mapping that no longer asks for the object once did. */
    static boolean cameFromMapping(SchemaObject object) {
        if (object instanceof Key key) {
            return key.primary() || isGenerated(key.name());
        }
        if (object instanceof Check check) {
            return isGenerated(check.name())
                    && OF_VALUES.matcher(check.expression()).matches();
        }
        return object instanceof ForeignKey key && isHash(key.name())
                || object instanceof Index index && isHash(index.name().name());
    }

    /** The object's own name. */
    static String of(SchemaObject object) {
        return object instanceof Constraint constraint
                ? constraint.name()
                : object.id().ownName();
    }
}
