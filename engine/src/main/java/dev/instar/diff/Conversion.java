package dev.instar.diff;

import static dev.instar.diff.TypeChange.ARRAY;
import static dev.instar.diff.TypeChange.NUMBERS;
import static dev.instar.diff.TypeChange.TEXTS;
import static dev.instar.diff.TypeChange.base;
import static dev.instar.diff.TypeChange.element;
import static dev.instar.diff.TypeChange.isWithinFamily;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the expressions that make a value of one type out of one of another. */
final class Conversion {

    /** Types that write the same value in different ways; a value that is none of the other type is refused. */
    private static final Map<String, String> OWN_WAYS = Map.of(
            "number to boolean", "%s <> 0",
            "boolean to number", "%s::integer",
            "text to bytea", "convert_to(%s::text, 'UTF8')",
            "bytea to text", "convert_from(%s, 'UTF8')",
            "uuid to bytea", "uuid_send(%s)",
            "bytea to uuid", "encode(%s, 'hex')::uuid",
            "text to oid", "lo_from_bytea(0, convert_to(%s::text, 'UTF8'))",
            "oid to text", "convert_from(lo_get(%s), 'UTF8')",
            "bytea to oid", "lo_from_bytea(0, %s)",
            "oid to bytea", "lo_get(%s)");

    private static final Set<String> FLOATING = Set.of("real", "double precision");
    private static final Set<String> JSON = Set.of("json", "jsonb");

    private Conversion() {}

    /**
     * The expression that makes the new value, or {@code null} where the server does it by itself. Between texts it
     * must do so: a cast in an expression would cut off silently what an assignment refuses.
     *
     * @param forced whether the type has kept its name but is another one
     */
    static @Nullable String using(String column, String before, String after, boolean forced) {
        String ownWay = ownWay(before, after);
        boolean areTexts = after.endsWith(ARRAY) && TEXTS.contains(base(element(after)));
        if (areTexts && !after.equals("text[]") && !(isWithinFamily(before, after) && !forced)) {
            return using(column, before, "text[]", forced);
        }
        if (ownWay != null) {
            return ownWay.formatted(column);
        }
        if (!forced && !losesDigits(before, after)) {
            if (isWithinFamily(before, after) || TEXTS.contains(base(after))) {
                return null;
            }
            if (TEXTS.contains(base(before))) {
                return column + "::" + after;
            }
        }
        return before.endsWith(ARRAY) == after.endsWith(ARRAY)
                ? column + (before.endsWith(ARRAY) ? "::text[]::" : "::text::") + after
                : betweenOneAndMany(column, before, after);
    }

    /** Whether the bytes of the value are the same and their text is not. */
    static boolean hasOwnWay(String before, String after) {
        return ownWay(before, after) != null;
    }

    private static @Nullable String ownWay(String before, String after) {
        return OWN_WAYS.get(kind(before) + " to " + kind(after));
    }

    private static String kind(String type) {
        String base = base(type);
        return TEXTS.contains(base) ? "text" : NUMBERS.contains(base) ? "number" : base;
    }

    /** The server makes a number of one with a floating point by fewer digits than it writes of it. */
    private static boolean losesDigits(String before, String after) {
        boolean arrays = before.endsWith(ARRAY) && after.endsWith(ARRAY);
        return FLOATING.contains(arrays ? element(before) : before)
                && base(arrays ? element(after) : after).equals("numeric");
    }

    private static String betweenOneAndMany(String column, String before, String after) {
        if (JSON.contains(after)) {
            return "to_" + after + "(" + column + ")";
        }
        if (isFirstOfMany(before, after)) {
            return column + "[array_lower(" + column + ", 1)]::text::" + after;
        }
        // What looks like a list already is none of a single element.
        return before.endsWith(ARRAY) || JSON.contains(before)
                ? column + "::text::" + after
                : "CASE WHEN " + column + " IS NOT NULL THEN ARRAY[" + column + "::text]::" + after + " END";
    }

    /** Whether an array becomes what its elements are like. */
    static boolean isFirstOfMany(String before, String after) {
        return before.endsWith(ARRAY)
                && !after.endsWith(ARRAY)
                && !TEXTS.contains(base(after))
                && isWithinFamily(element(before), after);
    }
}
