package dev.instar.fault;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Revisions that mix everything a crash can interrupt, each with a mark that shows how often it was applied. */
final class MixedRevisions {

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("001_tables.sql", """
                CREATE TABLE applied (revision text NOT NULL);
                CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint NOT NULL, state text NOT NULL);
                CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
                CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                INSERT INTO applied VALUES ('001');
                """);
        FILES.put("002_data.sql", """
                INSERT INTO orders SELECT n, n % 97, 'new' FROM generate_series(1, 20000) n;
                UPDATE orders SET state = 'old' WHERE id % 3 = 0;
                INSERT INTO applied VALUES ('002');
                """);
        FILES.put("003_concurrent_index.sql", """
                INSERT INTO applied VALUES ('003 before');
                ALTER TABLE orders ADD COLUMN note text;
                CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_customer ON orders (customer) WHERE state = 'old';
                INSERT INTO applied VALUES ('003 between');
                CREATE UNIQUE INDEX CONCURRENTLY orders_unique ON orders (lower(state), id);
                VACUUM (ANALYZE) orders;
                INSERT INTO applied VALUES ('003 after');
                """);
        FILES.put("004_alone.sql", "CREATE INDEX CONCURRENTLY orders_state ON orders USING hash (state);\n");
        FILES.put("005_enum.sql", """
                ALTER TYPE mood ADD VALUE 'happy';
                CREATE TABLE moods (feeling mood NOT NULL);
                INSERT INTO moods VALUES ('happy');
                INSERT INTO applied VALUES ('005');
                ALTER TYPE mood ADD VALUE 'ecstatic' AFTER 'happy';
                """);
        FILES.put("006_replace.sql", """
                REINDEX INDEX CONCURRENTLY orders_state;
                DROP INDEX CONCURRENTLY orders_customer;
                ${detach}
                INSERT INTO applied VALUES ('006');
                """);
        FILES.put("007_last.sql", """
                UPDATE orders SET note = 'seen ' || id;
                ALTER TABLE orders ADD COLUMN total numeric NOT NULL DEFAULT 0;
                INSERT INTO applied VALUES ('007');
                """);
    }

    private MixedRevisions() {}

    static void writeTo(Path folder) {
        String detach = TestDatabase.majorVersion() < 14
                ? "ALTER TABLE events DETACH PARTITION events_2025;"
                : "ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;";
        FILES.forEach((name, sql) -> {
            try {
                Files.writeString(folder.resolve(name), sql.replace("${detach}", detach));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
