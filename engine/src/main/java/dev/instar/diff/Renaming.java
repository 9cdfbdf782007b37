package dev.instar.diff;

import dev.instar.schema.Catalog;

final class Renaming {
    private final Catalog catalog;

    Renaming(Catalog c) {
        catalog = c;
    }

    void apply(Rename r) {}

    void followNames(Catalog after) {}

    java.util.List<Change> changes() {
        return java.util.List.of();
    }

    Catalog catalog() {
        return catalog;
    }
}
