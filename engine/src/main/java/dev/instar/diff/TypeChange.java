package dev.instar.diff;

import dev.instar.schema.Column;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a change of a column's type takes: whether values need a cast, and what may get lost. */
final class TypeChange {

    private static final Pattern ARGUMENTS = Pattern.compile("\\((?<first>-?\\d+)(?:,(?<second>-?\\d+))?\\)");
    static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name", "\"char\"", "bpchar");

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    /** Types whose values can be assigned to one another. */
    private static final List<Set<String>> FAMILIES = List.of(
            NUMBERS,
            TEXTS,
            Set.of("date", "timestamp without time zone", "timestamp with time zone"),
            Set.of("json", "jsonb"),
            Set.of("inet", "cidr"),
            Set.of("bit", "bit varying"));

    /** Types that take a text which says more than they keep. */
    private static final Set<String> READ_LOOSELY = Set.of(
            "real",
            "double precision",
            "date",
            "time without time zone",
            "timestamp without time zone",
            "bit",
            "jsonb",
            "money",
            "tsvector");

    /** Types that read the digits of a number as something else than that number. */
    private static final Set<String> READ_DIGITS = Set.of("interval", "money", "bytea", "bit", "bit varying");

    static final String ARRAY = "[]";

    private TypeChange() {}

    static boolean isNeeded(Column before, Column after) {
        return !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
    }

    /** The type without its arguments. */
    static String base(String type) {
        return ARGUMENTS.matcher(type).replaceAll("");
    }

    /** The arguments of the type, or -1 for each that it does not have. */
    static int[] arguments(String type) {
        Matcher matcher = ARGUMENTS.matcher(type);
        if (!matcher.find()) {
            return new int[] {-1, -1};
        }
        String second = matcher.group("second");
        return new int[] {Integer.parseInt(matcher.group("first")), second == null ? 0 : Integer.parseInt(second)};
    }

    static String element(String array) {
        return array.substring(0, array.length() - ARRAY.length());
    }

    static boolean isWhole(String type) {
        return WHOLE.contains(type);
    }

    /** Whether a reference between columns of these types survives while only one of them has changed. */
    static boolean isComparable(String before, String after) {
        String from = base(before);
        String to = base(after);
        return from.equals(to)
                || WHOLE.contains(from) && WHOLE.contains(to)
                || !NUMBERS.contains(from) && isWithinFamily(before, after);
    }

    /** Whether the server makes a value of one type of one of the other by itself. */
    static boolean isWithinFamily(String before, String after) {
        boolean arrays = before.endsWith(ARRAY) && after.endsWith(ARRAY);
        String from = base(arrays ? element(before) : before);
        String to = base(arrays ? element(after) : after);
        return from.equals(to) || FAMILIES.stream().anyMatch(family -> family.contains(from) && family.contains(to));
    }

    /** What the values of the old type have that those of the new one cannot hold. */
    static @Nullable String loss(String column, Column before, Column after) {
        boolean arrays = before.type().endsWith(ARRAY) && after.type().endsWith(ARRAY);
        String from = arrays ? element(before.type()) : before.type();
        String to = arrays ? element(after.type()) : after.type();
        return losesOfNumbers(from, to)
                        || losesOfTimes(from, to)
                        || losesOfTexts(from, to)
                        || losesOfOthers(base(from), base(to))
                        || Conversion.isFirstOfMany(before.type(), after.type())
                ? "what " + after.type() + " does not keep of the values of " + column
                : null;
    }

    /** Fractions, digits that a floating point has no room for, and how many it was that are now only true. */
    private static boolean losesOfNumbers(String before, String after) {
        String from = base(before);
        String to = base(after);
        if (!NUMBERS.contains(from)) {
            return false;
        }
        boolean fromWhole = WHOLE.contains(from);
        return to.equals("boolean")
                || !fromWhole && (WHOLE.contains(to) || scaleShrinks(before, after))
                || to.equals("real") && !from.equals("real") && !from.equals("smallint")
                || to.equals("double precision") && Set.of("bigint", "numeric").contains(from);
    }

    /** Days, times of day, zones, and digits behind the second. */
    private static boolean losesOfTimes(String before, String after) {
        String from = base(before);
        String to = base(after);
        // Six digits are all that the server has, whether somebody says so or not.
        boolean sameKind = from.equals(to) && isNarrower(before, after) && arguments(after)[0] < 6;
        return (from.startsWith("time") || from.startsWith("interval"))
                && (sameKind
                        || to.equals("date")
                        || from.startsWith("timestamp") && to.startsWith("time ")
                        || from.endsWith(" with time zone") && to.endsWith(" without time zone")
                        || to.startsWith("interval ") && !from.equals(to));
    }

    /** Digits, times of day, zones and bits that a text may have. */
    private static boolean losesOfTexts(String before, String after) {
        int room = arguments(after)[0];
        String to = base(after);
        return TEXTS.contains(base(before))
                && (READ_LOOSELY.contains(to)
                        || Set.of("numeric", "bit varying").contains(to) && room >= 0
                        || to.endsWith(" with time zone") && room >= 0 && room < 6);
    }

    private static boolean losesOfOthers(String from, String to) {
        return from.equals("json") && to.equals("jsonb")
                || NUMBERS.contains(from) && READ_DIGITS.contains(to)
                || from.startsWith("bit") && NUMBERS.contains(to)
                || from.equals("inet") && to.equals("cidr")
                || TEXTS.contains(from)
                        && !from.equals(to)
                        && Set.of("name", "\"char\"").contains(to);
    }

    private static boolean scaleShrinks(String before, String after) {
        return base(after).equals("numeric")
                && arguments(after)[0] >= 0
                && (arguments(before)[0] < 0 || arguments(after)[1] < arguments(before)[1]);
    }

    /** Whether the first argument of the new type leaves less room. */
    static boolean isNarrower(String before, String after) {
        int old = arguments(before)[0];
        int wanted = arguments(after)[0];
        return wanted >= 0 && (old < 0 || wanted < old);
    }
}
