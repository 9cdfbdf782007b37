package dev.instar.diff;

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
        Options start = new Options(
                options.type(),
                options.increment() > 0 ? options.min() : options.max(),
                1,
                usual.min(),
                usual.max(),
                1,
                false);
        return differences(start, options, "");
    }

    /** What has changed. Limits that were the old type's own follow the type by themselves. */
    static String retypedAndChanged(Options before, Options after) {
        String type = before.type().equals(after.type()) ? "" : " AS " + after.type();
        return type + differences(retyped(before, after.type()), after, "");
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
        List<String> parts = new ArrayList<>();
        add(parts, "INCREMENT BY", before.increment(), after.increment());
        add(parts, "MINVALUE", before.min(), after.min());
        add(parts, "MAXVALUE", before.max(), after.max());
        add(parts, "START WITH", before.start(), after.start());
        add(parts, "CACHE", before.cache(), after.cache());
        if (before.cycle() != after.cycle()) {
            parts.add(after.cycle() ? "CYCLE" : "NO CYCLE");
        }
        StringBuilder sql = new StringBuilder();
        parts.forEach(part -> sql.append(' ').append(prefix).append(part));
        return sql.toString();
    }

    private static void add(List<String> parts, String words, long before, long after) {
        if (before != after) {
            parts.add(words + " " + after);
        }
    }

    private static Options usual(String type, long increment) {
        long max = switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        return increment > 0
                ? new Options(type, 1, increment, 1, max, 1, false)
                : new Options(type, -1, increment, -max - 1, -1, 1, false);
    }
}
