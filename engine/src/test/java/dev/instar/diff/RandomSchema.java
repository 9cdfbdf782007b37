package dev.instar.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A schema made up from a seed. Every part has a generator of its own, so that a second schema with the same seed and a
 * variation is like the first one in most parts and different in some.
 */
final class RandomSchema {

    private static final List<String> LABELS = List.of("a", "b", "c", "d", "it's");

    private final long seed;
    private final long variation;
    private final List<String> statements = new ArrayList<>();
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final List<String> domains = new ArrayList<>();
    private final List<String> composites = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    private RandomSchema(long seed, long variation) {
        this.seed = seed;
        this.variation = variation;
    }

    static String sql(long seed, long variation) {
        return new RandomSchema(seed, variation).generate();
    }

    private Random random(String part) {
        Random own = new Random(seed * 31 + part.hashCode());
        own.nextInt();
        if (variation != 0) {
            Random changed = new Random(variation * 17 + seed * 31 + part.hashCode());
            changed.nextInt();
            if (changed.nextInt(100) < 30) {
                return changed;
            }
        }
        return own;
    }

    private String generate() {
        types();
        functions();
        for (int i = 0; i < 2; i++) {
            sequence("s" + i);
        }
        for (int i = 0; i < 5; i++) {
            table("t" + i);
        }
        partitioned("p0");
        tables.keySet().forEach(this::rules);
        foreignKeys();
        views();
        return String.join(";\n", statements) + ";\n";
    }

    private static <T> T one(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static boolean often(Random random) {
        return random.nextInt(100) < 75;
    }

    private static boolean seldom(Random random) {
        return random.nextInt(100) < 25;
    }

    private void types() {
        for (String name : List.of("e0", "\"E 1\"", "e2")) {
            Random random = random(name);
            if (often(random)) {
                List<String> labels = new ArrayList<>(LABELS);
                if (seldom(random)) {
                    Collections.shuffle(labels, random);
                }
                labels = labels.subList(0, 2 + random.nextInt(LABELS.size() - 1));
                enums.put(name, labels);
                statements.add("CREATE TYPE " + name + " AS ENUM (" + literals(labels) + ")");
            }
        }
        for (String name : List.of("d0", "d1")) {
            Random random = random(name);
            if (often(random)) {
                domains.add(name);
                statements.add("CREATE DOMAIN " + name + " AS "
                        + one(random, List.of("integer", "bigint", "numeric(10,2)"))
                        + (seldom(random) ? " DEFAULT 1" : "")
                        + (seldom(random) ? " NOT NULL" : "")
                        + (often(random) ? " CONSTRAINT positive CHECK (VALUE > " + random.nextInt(3) + ")" : ""));
            }
        }
        Random random = random("k0");
        if (often(random)) {
            composites.add("k0");
            String enumeration = enums.isEmpty() || seldom(random)
                    ? "date"
                    : enums.keySet().iterator().next();
            statements.add("CREATE TYPE k0 AS (x " + one(random, List.of("integer", "bigint", "text")) + ", y "
                    + enumeration + (seldom(random) ? ", z text" : "") + ")");
        }
    }

    private static String literals(List<String> values) {
        return String.join(
                ", ",
                values.stream()
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .toList());
    }

    private void functions() {
        Random random = random("f0");
        statements.add("CREATE FUNCTION f0(a integer) RETURNS " + one(random, List.of("integer", "bigint"))
                + " LANGUAGE sql IMMUTABLE AS 'SELECT a + " + random.nextInt(3) + "'");
        statements.add("CREATE FUNCTION f1() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN "
                + one(random("f1"), List.of("NEW", "OLD")) + "; END $$");
    }

    private void sequence(String name) {
        Random random = random(name);
        if (often(random)) {
            sequences.add(name);
            statements.add("CREATE SEQUENCE " + name + (seldom(random) ? " AS integer" : "")
                    + (seldom(random) ? " INCREMENT 50" : "") + (seldom(random) ? " CYCLE" : ""));
        }
    }

    private void table(String name) {
        Random random = random(name);
        if (seldom(random)) {
            return;
        }
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> elements = new ArrayList<>();
        String id = one(random, List.of("integer", "bigint"));
        columns.put("id", id);
        elements.add("id "
                + one(
                        random,
                        List.of(
                                id,
                                id + " GENERATED ALWAYS AS IDENTITY",
                                id + " GENERATED BY DEFAULT AS IDENTITY (INCREMENT 10)",
                                id.equals("integer") ? "serial" : "bigserial")));
        for (String column : List.of("c0", "c1", "c2", "c3", "\"Col 4\"", "\"select\"")) {
            column(name, column, columns, elements);
        }
        generated(name, columns, elements);
        Random key = random(name + ".key");
        if (often(key)) {
            keys.put(name, id);
            elements.add((seldom(key) ? "CONSTRAINT " + name + "_key " : "") + "PRIMARY KEY (id)");
        }
        statements.add("CREATE TABLE " + name + " (\n  " + String.join(",\n  ", elements) + ")"
                + (seldom(random) ? " WITH (fillfactor = 80)" : ""));
        tables.put(name, columns);
    }

    private List<String> typeChoice() {
        List<String> types = new ArrayList<>(List.of(
                "integer",
                "bigint",
                "smallint",
                "numeric(10,2)",
                "numeric",
                "varchar(20)",
                "varchar(50)",
                "text",
                "char(3)",
                "boolean",
                "timestamp",
                "timestamptz(3)",
                "date",
                "uuid",
                "jsonb",
                "integer[]",
                "text[]",
                "interval",
                "inet",
                "real",
                "double precision",
                "bytea"));
        enums.keySet().forEach(name -> types.addAll(List.of(name, name, name + "[]")));
        domains.forEach(name -> types.addAll(List.of(name, name)));
        types.addAll(composites);
        return types;
    }

    private void column(String table, String name, Map<String, String> columns, List<String> elements) {
        Random random = random(table + "." + name);
        if (seldom(random)) {
            return;
        }
        List<String> types = typeChoice();
        String type = types.get((int) (random.nextInt(1000) * (long) types.size() / 1000));
        columns.put(name, type);
        String value = value(random, type);
        boolean text = type.equals("text") || type.startsWith("varchar");
        elements.add(name + " " + type
                + (text && seldom(random) ? " COLLATE \"C\"" : "")
                + (value != null && random.nextBoolean() ? " DEFAULT " + value : "")
                + (seldom(random) ? " NOT NULL" : "")
                + (value != null && seldom(random) ? " CHECK (" + name + " <> " + value + ")" : ""));
    }

    private String value(Random random, String type) {
        if (enums.containsKey(type)) {
            return literals(List.of(one(random, enums.get(type))));
        }
        return switch (type.replaceAll("\\(.*", "")) {
            case "integer", "bigint", "smallint", "numeric", "d0", "d1" -> String.valueOf(random.nextInt(5) - 1);
            case "real", "double precision" -> "0.25";
            case "char" -> "'x'";
            case "varchar", "text" -> one(random, List.of("'x'", "'it''s'", "'\\'", "'a, b'"));
            case "boolean" -> "true";
            case "timestamp", "timestamptz" -> one(random, List.of("now()", "'2020-01-01 12:00:00'"));
            case "date" -> "'2020-01-01'";
            case "uuid" -> "gen_random_uuid()";
            case "jsonb" -> "'{}'";
            case "integer[]", "text[]" -> "'{1,2}'";
            case "interval" -> "'1 day'";
            case "inet" -> "'10.0.0.1'";
            default -> null;
        };
    }

    private void generated(String table, Map<String, String> columns, List<String> elements) {
        Random random = random(table + ".g");
        String source = columns.entrySet().stream()
                .filter(column -> List.of("integer", "smallint").contains(column.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        if (source != null && random.nextBoolean()) {
            columns.put("g", "bigint");
            elements.add("g bigint GENERATED ALWAYS AS (" + one(random, List.of("f0(" + source + ")", source + " + 1"))
                    + ") STORED");
        }
    }

    private void partitioned(String name) {
        Random random = random(name);
        if (seldom(random)) {
            return;
        }
        String type = one(random, List.of("integer", "bigint"));
        statements.add("CREATE TABLE p0 (id " + type + (random.nextBoolean() ? " DEFAULT 1" : "") + ", k text"
                + (random.nextBoolean() ? ", x varchar(10)" : "") + (seldom(random) ? ", PRIMARY KEY (id, k)" : "")
                + ") PARTITION BY LIST (k)");
        for (String part : List.of("a", "b", "c")) {
            if (often(random(name + part))) {
                statements.add("CREATE TABLE p0_" + part + " PARTITION OF p0 FOR VALUES IN ('" + part + "')");
            }
        }
        if (random.nextBoolean()) {
            statements.add("CREATE INDEX p0_id ON p0 (id)");
        }
    }

    private void rules(String table) {
        Map<String, String> columns = tables.get(table);
        for (String column : columns.keySet()) {
            ruleOn(table, column, columns.get(column));
        }
        Random random = random(table + ".rules");
        if (seldom(random)) {
            statements.add("CREATE TRIGGER g BEFORE UPDATE OF " + one(random, new ArrayList<>(columns.keySet()))
                    + " ON " + table + " FOR EACH ROW EXECUTE FUNCTION f1()");
        }
        if (seldom(random)) {
            statements.add("CREATE POLICY p ON " + table + " USING (id > " + random.nextInt(3) + ")");
        }
        if (seldom(random)) {
            statements.add("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
        }
        if (seldom(random)) {
            statements.add("COMMENT ON TABLE " + table + " IS 'no " + random.nextInt(3) + "'");
        }
    }

    private void ruleOn(String table, String column, String type) {
        Random random = random(table + "." + column + ".index");
        String suffix = table + "_" + column.replaceAll("\\W", "");
        boolean text = type.equals("text") || type.startsWith("varchar");
        String index = "INDEX i_" + suffix + " ON " + table;
        switch (random.nextInt(10)) {
            case 0 -> statements.add("CREATE " + index + " (" + column + " DESC)");
            case 1 -> statements.add("CREATE UNIQUE " + index + " (" + column + ") INCLUDE (id)");
            case 2 -> statements.add("CREATE " + index + " (id) WHERE " + column + " IS NOT NULL");
            case 3 -> {
                if (!column.equals("id")) {
                    statements.add("ALTER TABLE " + table + " ADD UNIQUE (" + column + ", id)");
                }
            }
            case 4 ->
                statements.add("COMMENT ON COLUMN " + table + "." + column + " IS 'no " + random.nextInt(2) + "'");
            case 5 -> {
                if (text) {
                    statements.add("CREATE " + index + " (lower(" + column + ") text_pattern_ops)");
                    statements.add("ALTER TABLE " + table + " ADD CHECK (" + column + " IN ('x', 'it''s', 'z'))");
                }
                if (enums.containsKey(type)) {
                    statements.add("ALTER TABLE " + table + " ADD CHECK (" + column + " IN ("
                            + literals(enums.get(type).subList(0, 2)) + "))");
                }
            }
            default -> {}
        }
    }

    private void foreignKeys() {
        for (String table : tables.keySet()) {
            Random random = random(table + ".fk");
            List<String> targets = new ArrayList<>(keys.keySet());
            if (!targets.isEmpty() && random.nextInt(3) > 0) {
                String target = one(random, targets);
                statements.add("ALTER TABLE " + table + " ADD COLUMN r " + keys.get(target) + " REFERENCES " + target
                        + one(random, List.of("", " ON DELETE CASCADE", " ON UPDATE SET NULL", " DEFERRABLE")));
            }
        }
        if (!sequences.isEmpty()) {
            Random random = random("default");
            for (String table : tables.keySet()) {
                if (seldom(random)) {
                    statements.add("ALTER TABLE " + table + " ADD COLUMN n bigint DEFAULT nextval('"
                            + one(random, sequences) + "')");
                }
            }
        }
    }

    private void views() {
        List<String> names = new ArrayList<>(tables.keySet());
        List<String> views = new ArrayList<>();
        for (String name : List.of("v0", "v1", "v2")) {
            Random random = random(name);
            if (names.isEmpty() || seldom(random)) {
                continue;
            }
            String table = one(random, names);
            List<String> columns = new ArrayList<>(tables.get(table).keySet());
            Collections.shuffle(columns, random);
            columns = columns.subList(0, 1 + random.nextInt(columns.size()));
            if (!columns.contains("id")) {
                columns = new ArrayList<>(columns);
                columns.add("id");
            }
            statements.add("CREATE VIEW " + name + " AS SELECT " + String.join(", ", columns) + " FROM " + table
                    + (random.nextBoolean() ? " WHERE id > " + random.nextInt(3) : ""));
            views.add(name);
        }
        if (!views.isEmpty()) {
            Random random = random("w");
            statements.add("CREATE VIEW w AS SELECT id, f0(1) AS one FROM " + one(random, views));
            statements.add("CREATE MATERIALIZED VIEW m AS SELECT id, one FROM w WHERE id > " + random.nextInt(2));
            statements.add("CREATE INDEX m_id ON m (id)");
        }
    }
}
