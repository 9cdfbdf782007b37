package dev.instar.test;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.jdbc.Session;
import dev.instar.run.Trigger;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * A migrated database that is only there to be copied. Its name says which revisions it holds, so that other processes,
 * and later ones, find it on a server that stays. Such a one may be dropped at any time.
 */
final class Template {

    private static final long LOCK = 0x494e53544152L;
    private static final Map<Wanted, Template> READY = new HashMap<>();

    private final TestServer server;
    private final String name;
    private CompletableFuture<@Nullable String> ahead = CompletableFuture.completedFuture(null);

    private Template(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** The template for what this engine is configured to apply; made if there is none yet. */
    static Template of(TestServer server, Instar source) {
        synchronized (READY) {
            return READY.computeIfAbsent(new Wanted(server, source.settings()), wanted -> {
                Template template = new Template(server, "instar_template_" + RevisionsDigest.of(source));
                template.ensure(wanted.settings());
                return template;
            });
        }
    }

    /** Files do not change while a JVM tests them, so the same settings mean the same revisions. */
    private record Wanted(TestServer server, InstarSettings settings) {}

    /** Makes a database of this name. The next one is made ahead and only renamed then, so that nobody waits for it. */
    synchronized void copyTo(String database) {
        String ready = ahead.join();
        if (ready == null || !isDone("ALTER DATABASE %s RENAME TO %s".formatted(ready, database))) {
            server.execute(copying(database));
        }
        ahead = CompletableFuture.supplyAsync(this::copyAhead, Clones.LATER);
    }

    private @Nullable String copyAhead() {
        String copy = TestServer.newName();
        return isDone(copying(copy)) ? copy : null;
    }

    private String copying(String database) {
        return "CREATE DATABASE %s TEMPLATE %s".formatted(database, name);
    }

    /** What was made ahead may be gone by now, and so may the server. */
    private boolean isDone(String sql) {
        try {
            server.execute(sql);
            return true;
        } catch (DataAccessException gone) {
            return false;
        }
    }

    /** Takes back what was made ahead on servers that stay, and was never wanted. */
    static void dropWhatNobodyTook() {
        synchronized (READY) {
            for (Template template : READY.values()) {
                String rest = template.server.disposable() ? null : template.ahead.getNow(null);
                if (rest != null) {
                    template.isDone("DROP DATABASE IF EXISTS " + rest);
                }
            }
        }
    }

    private void ensure(InstarSettings settings) {
        try (Session session = server.session()) {
            session.texts("SELECT pg_advisory_lock(?)::text", LOCK);
            if (!session.finds("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                create(session, settings);
            }
        }
    }

    /** Under another name until it is whole: whoever finds a template may rely on it. */
    private void create(Session session, InstarSettings settings) {
        String draft = name + "_draft";
        session.execute("DROP DATABASE IF EXISTS " + draft + " WITH (FORCE)");
        session.execute("CREATE DATABASE " + draft + collation(session));
        try {
            new Instar(server.database(draft).dataSource(), settings).upgrade(settings.target(), Trigger.COMMAND);
        } catch (RuntimeException failed) {
            // Revisions that are being written fail often, and have another name each time.
            session.execute("DROP DATABASE " + draft + " WITH (FORCE)");
            throw failed;
        }
        session.execute("ALTER DATABASE " + draft + " WITH IS_TEMPLATE true ALLOW_CONNECTIONS false");
        session.execute("ALTER DATABASE " + draft + " RENAME TO " + name);
    }

    /** The embedded server knows no locale but C; from version 17 on it brings one that knows letters. */
    private String collation(Session session) {
        boolean builtin = session.isTrue("""
                        SELECT current_setting('server_version_num')::int >= 170000
                               AND datcollate = 'C' AND datlocprovider = 'c'
                               AND pg_encoding_to_char(encoding) = 'UTF8'
                        FROM pg_database WHERE datname = current_database()
                        """);
        return builtin ? " TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : "";
    }
}
