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
        CanonicalForm form = new CanonicalForm();
        catalog.objects().values().forEach(form::add);
        catalog.unmodelled().forEach(form::add);
        return of(form);
    }

    /** The fingerprint of one object. */
    public static Fingerprint of(SchemaObject object) {
        CanonicalForm form = new CanonicalForm();
        form.add(object);
        return of(form);
    }

    private static Fingerprint of(CanonicalForm form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = form.toString().getBytes(StandardCharsets.UTF_8);
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
