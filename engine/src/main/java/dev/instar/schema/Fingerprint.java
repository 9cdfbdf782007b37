package dev.instar.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of a catalog or of one object: equal for equal ones, on every server and in every version of Instar that
 * writes the same number in front of it.
 */
public record Fingerprint(int version, String digest) {

    private static final int VERSION = 1;

    /** The fingerprint of everything a catalog holds. */
    public static Fingerprint of(Catalog catalog) {
        return of(catalog.objects().values().toString() + catalog.unmodelled());
    }

    /** The fingerprint of one object. */
    public static Fingerprint of(SchemaObject object) {
        return of(object.toString());
    }

    private static Fingerprint of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Fingerprint(VERSION, HexFormat.of().formatHex(digest.digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** The form that is stored: {@code 1:9f86d0...}. */
    @Override
    public String toString() {
        return version + ":" + digest;
    }
}
