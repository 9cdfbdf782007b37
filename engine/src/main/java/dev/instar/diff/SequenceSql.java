package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.Sequence;
import dev.instar.schema.Sequence.Options;
import java.util.ArrayList;
import java.util.List;

/** Writes sequences and how they count. */
final class SequenceSql {

    private SequenceSql() {}

    static String create(Sequence sequence) {
        Options options = sequence.options();
        String type = options.type().equals("bigint") ? "" : " AS " + options.type();
        return "CREATE SEQUENCE " + sequence.name() + type + options(options);
    }

    /** What differs from a sequence of this type that nobody said anything about. */
    static String options(Options options) {
        Options usual = usual(options.type(), options.increment());
        long start = options.increment() > 0 ? options.min() : options.max();
        return differences(new Options(options.type(), start, 1, usual.min(), usual.max(), 1, false), options, "");
    }

    /** What has changed. Limits that were the old type's own follow the type by themselves. */
    static List<String> change(Sequence before, Sequence after) {
        Options options = after.options();
        String type = before.options().type().equals(options.type()) ? "" : " AS " + options.type();
        String changed = type + differences(retyped(before.options(), options.type()), options, "");
        if (changed.isEmpty()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        if (startsAgain(before.options(), options)) {
            changed += " RESTART";
        } else if (beginsLater(before.options(), options)) {
            boolean up = options.increment() > 0;
            long start = up
                    ? Math.min(options.start(), before.options().max())
                    : Math.max(options.start(), before.options().min());
            statements.add("SELECT setval(" + Identifier.literal(after.name().sql()) + ", " + start + ", false) FROM "
                    + after.name() + " WHERE last_value " + (up ? "< " + options.min() : "> " + options.max()));
        }
        statements.add("ALTER SEQUENCE " + after.name() + changed);
        return statements;
    }

    /** Whether it is to count the other way, or where it cannot have come yet. */
    static boolean startsAgain(Options before, Options after) {
        boolean turns = before.increment() > 0 != after.increment() > 0;
        return turns || before.max() < after.min() || before.min() > after.max();
    }

    /** Whether it may stand where it could begin before and cannot begin any more. */
    static boolean beginsLater(Options before, Options after) {
        return after.increment() > 0 ? after.min() > before.min() : after.max() < before.max();
    }

    /** The options after the type of the column has changed: limits that were the type's own follow. */
    static Options retyped(Options options, String type) {
        Options old = usual(options.type(), options.increment());
        Options wanted = usual(type, options.increment());
        return new Options(
                type,
                options.start(),
                options.increment(),
                options.min() == old.min() ? wanted.min() : options.min(),
                options.max() == old.max() ? wanted.max() : options.max(),
                options.cache(),
                options.cycle());
    }

    /** What differs, with a word in front of each. */
    static String differences(Options before, Options after, String prefix) {
        return difference(prefix, "INCREMENT BY ", before.increment(), after.increment())
                + difference(prefix, "MINVALUE ", before.min(), after.min())
                + difference(prefix, "MAXVALUE ", before.max(), after.max())
                + difference(prefix, "START WITH ", before.start(), after.start())
                + difference(prefix, "CACHE ", before.cache(), after.cache())
                + (before.cycle() == after.cycle() ? "" : " " + prefix + (after.cycle() ? "CYCLE" : "NO CYCLE"));
    }

    private static String difference(String prefix, String words, long before, long after) {
        return before == after ? "" : " " + prefix + words + after;
    }

    private static Options usual(String type, long increment) {
        long max =
                type.equals("smallint") ? Short.MAX_VALUE : type.equals("integer") ? Integer.MAX_VALUE : Long.MAX_VALUE;
        return increment > 0
                ? new Options(type, 1, increment, 1, max, 1, false)
                : new Options(type, -1, increment, -max - 1, -1, 1, false);
    }
}
