package dev.instar.history;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * The append-only table of what runs did. Each row carries a hash over itself and the row before it, so that an edited
 * audit trail shows. Only the holder of the migration lock writes, so there is always exactly one row before.
 */
public final class Journal {

    private static final String BEGINNING = "0".repeat(64);

    private final Tables tables;

    public Journal(Database database, TableNames names) {
        this.tables = new Tables(database, names);
    }

    /** Appends an entry; it is kept if and only if the transaction it is part of is. */
    public void append(Session session, JournalEntry entry) {
        session.update(
                """
                INSERT INTO %s (run_id, at, event, migration_number, direction, error, by_whom, hash)
                     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(tables.journal()),
                entry.run(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.event().column(),
                entry.revisionColumn(),
                entry.directionColumn(),
                entry.error(),
                entry.by(),
                hash(lastHash(session), entry));
    }

    private String lastHash(Session session) {
        return session
                .query(
                        "SELECT hash FROM %s ORDER BY id DESC LIMIT 1".formatted(tables.journal()),
                        (row, number) -> row.getString(1))
                .stream()
                .findFirst()
                .orElse(BEGINNING);
    }

    private static String hash(String previous, JournalEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((previous + entry.canonical()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
