package dev.instar.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small revisions of all kinds, so many that they fill several groups. */
final class ManyRevisions {

    private static final String FIRST = """
            CREATE TABLE owner (id int PRIMARY KEY, born timestamp with time zone NOT NULL DEFAULT now());
            CREATE TABLE pet (
                id int PRIMARY KEY,
                owner int REFERENCES owner DEFERRABLE INITIALLY DEFERRED,
                seen timestamp with time zone NOT NULL DEFAULT now()
            );
            """;

    private ManyRevisions() {}

    static void writeTo(Path folder, int count) {
        for (int number = 1; number <= count; number++) {
            write(folder, number, number == 1 ? FIRST : sql(number));
        }
    }

    static void write(Path folder, int number, String sql) {
        try {
            Files.writeString(folder.resolve("%04d_revision.sql".formatted(number)), sql);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Three of a hundred change rows, three more cannot be sent together with others for other reasons. */
    private static String sql(int number) {
        return switch (number % 100) {
            case 20 ->
                "INSERT INTO pet (id, owner) VALUES (%1$d, %1$d); INSERT INTO owner VALUES (%1$d);".formatted(number);
            case 21 -> "UPDATE pet SET seen = now() WHERE seen < now();";
            case 30 -> "-- @require the owner is there\nSELECT true;\n-- @upgrade\n" + table(number);
            case 40 -> "-- @environments elsewhere\n-- @upgrade\n" + table(number);
            case 41 -> "DO $$ BEGIN CREATE TABLE t_%d (id int); END $$;".formatted(number);
            case 42 -> "DELETE FROM pet WHERE seen >= now();";
            case 50 -> "-- nothing\n";
            case 60 -> "CREATE TEMPORARY TABLE passing ON COMMIT DROP AS SELECT 1 AS one;";
            case 70 -> "CREATE INDEX CONCURRENTLY pet_%d ON pet (owner);".formatted(number);
            default -> table(number) + "-- @downgrade\nDROP TABLE t_%d;\n".formatted(number);
        };
    }

    private static String table(int number) {
        return """
                CREATE TABLE t_%1$d (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text DEFAULT 'it''s; %1$d');
                CREATE INDEX t_%1$d_name ON t_%1$d (name);
                CREATE FUNCTION f_%1$d() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT %1$d; $$;
                """.formatted(number);
    }
}
