package dev.instar.lock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The number two processes must share to migrate the same history one after the other. */
public record LockKey(long value) {

    /** The key of the history with this qualified name. */
    public static LockKey of(String history) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("instar:" + history).getBytes(StandardCharsets.UTF_8));
            return new LockKey(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
