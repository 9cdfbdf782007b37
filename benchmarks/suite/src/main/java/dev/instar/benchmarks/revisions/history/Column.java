package dev.instar.benchmarks.revisions.history;

import org.jspecify.annotations.Nullable;

/** A column as it is after the revisions so far. */
final class Column {

    final Kind kind;
    String name;
    boolean widened;
    boolean required;

    /** Whether an index or a constraint is on it. */
    boolean used;

    /** Whether there may be rows without a value. */
    boolean gaps;

    @Nullable
    String standard;

    Column(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    String type() {
        return kind.type(widened);
    }

    boolean isFilled() {
        return kind != Kind.LINK;
    }

    String definition() {
        return "%s %s%s%s"
                .formatted(name, type(), standard == null ? "" : " DEFAULT " + standard, required ? " NOT NULL" : "");
    }
}
