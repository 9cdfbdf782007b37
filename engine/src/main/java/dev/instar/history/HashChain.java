package dev.instar.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Binds each line of the journal to the one before it. */
final class HashChain {

    static final String BEGINNING = "0".repeat(64);

    /** Kept, because to be given one takes as long as to use it. */
    private final MessageDigest digest;

    HashChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    synchronized String hash(String previous, JournalEntry entry) {
        byte[] text = (previous + entry.canonical()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(digest.digest(text));
    }
}
