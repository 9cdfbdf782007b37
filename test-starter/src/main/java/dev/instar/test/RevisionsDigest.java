package dev.instar.test;

import dev.instar.Instar;
import dev.instar.revision.Revision;
import dev.instar.script.JavaRevision;
import dev.instar.script.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** A name for everything that decides what a migrated database looks like, its history included. */
final class RevisionsDigest {

    private static final int DIGITS = 24;

    private final MessageDigest digest = sha256();

    private RevisionsDigest() {}

    static String of(Instar instar) {
        RevisionsDigest digest = new RevisionsDigest();
        digest.add(instar.settings().tables());
        digest.add(instar.settings().target());
        digest.add(new TreeMap<>(instar.revisions().placeholders()));
        for (Revision revision : instar.revisions().graph().inOrder()) {
            digest.add(instar.revisions().script(revision.id()));
        }
        return HexFormat.of().formatHex(digest.digest.digest()).substring(0, DIGITS);
    }

    private void add(Script script) {
        Revision revision = script.revision();
        add(revision.id());
        add(revision.prerequisites());
        add(revision.label());
        add(revision.message());
        add(revision.checksum());
        add(script.downgradeSql());
        add(script.isSkipped());
        if (script.java() != null) {
            add(script.java());
        }
    }

    /** The checksum of a revision in Java is what its author says; the class itself says more. */
    private void add(JavaRevision revision) {
        Class<?> type = ClassUtils.getUserClass(revision);
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream code = type.getResourceAsStream(file)) {
            digest.update(code == null ? new byte[0] : code.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(@Nullable Object fact) {
        digest.update((fact + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
