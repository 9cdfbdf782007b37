package dev.instar.benchmarks.revisions.history;

record Index(String name, Column column) {

    String definition(GrowingTable table) {
        return "CREATE INDEX %s ON %s (%s)".formatted(name, table.name(), column.name);
    }
}
