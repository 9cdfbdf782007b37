package dev.instar.diff;

import dev.instar.schema.Catalog;

record Candidates(Catalog before, Catalog after) {
    java.util.List<RenameCandidate> list() {
        return java.util.List.of();
    }
}
