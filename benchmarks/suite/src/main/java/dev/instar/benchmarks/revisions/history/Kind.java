package dev.instar.benchmarks.revisions.history;

import java.util.List;

/** What a column holds. */
enum Kind {
    TEXT("varchar(120)", "text", "label"),
    NUMBER("numeric(12, 2)", "numeric(18, 2)", "amount"),
    COUNT("integer", "bigint", "count"),
    FLAG("boolean", "boolean", "is_done"),
    MOMENT("timestamp with time zone", "timestamp with time zone", "done_at"),
    DETAILS("jsonb", "jsonb", "details"),
    /** Points to another table, or will; never filled here. */
    LINK("bigint", "bigint", "other_id");

    /** Those that are added to tables, as often as they stand here. */
    static final List<Kind> USUAL =
            List.of(TEXT, TEXT, TEXT, TEXT, FLAG, FLAG, MOMENT, MOMENT, COUNT, NUMBER, DETAILS, LINK);

    private final String narrow;
    private final String wide;
    private final String word;

    Kind(String narrow, String wide, String word) {
        this.narrow = narrow;
        this.wide = wide;
        this.word = word;
    }

    String type(boolean widened) {
        return widened ? wide : narrow;
    }

    boolean canWiden() {
        return !narrow.equals(wide);
    }

    String word() {
        return word;
    }

    /** One of many values. */
    String literal(int variant) {
        return switch (this) {
            case TEXT -> "'value %d; it''s one'".formatted(variant);
            case NUMBER -> variant + ".25";
            case COUNT -> String.valueOf(variant);
            case FLAG -> variant % 2 == 0 ? "true" : "false";
            case MOMENT -> "'2026-01-01 00:00:%02d+00'".formatted(variant % 60);
            case DETAILS -> "'{\"variant\": %d}'".formatted(variant);
            case LINK -> "NULL";
        };
    }

    /** What is true of all values. */
    String check(String column) {
        return switch (this) {
            case TEXT -> "length(%s) <= 4000".formatted(column);
            case NUMBER, COUNT -> column + " >= 0";
            default -> "%1$s IS NULL OR %1$s = %1$s".formatted(column);
        };
    }
}
