package dev.instar.benchmarks.report;

import java.util.Map;

/** A tool has the same colour in every chart. */
final class Palette {

    private static final Map<String, String> COLOURS = Map.of(
            "Instar", "#c2410c",
            "Flyway 12.4.0", "#2563eb",
            "Flyway 13.12.0", "#60a5fa",
            "Liquibase 5.0.3", "#16a34a",
            "MyBatis Migrations 3.4.0", "#9333ea",
            "bare JDBC loop", "#525252",
            "psql, one transaction", "#a3a3a3");

    private Palette() {}

    static String colourOf(String tool) {
        return COLOURS.getOrDefault(tool, "#a3a3a3");
    }
}
