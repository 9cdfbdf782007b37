package dev.instar.sample.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder with the data of an embedded PostgreSQL, which stays when the server stops. */
final class PostgresDirectory {

    /** The major version of the binaries on the class path; they do not tell it themselves. */
    static final int MAJOR_VERSION = 18;

    private static final Logger logger = LoggerFactory.getLogger(PostgresDirectory.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;

    PostgresDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts a server on this folder, and creates its data the first time.
     *
     * @throws UnusableDatabaseException when another application uses the folder, another version of PostgreSQL
     *     wrote it, or the server does not start
     */
    EmbeddedPostgres start(int port) {
        // Beside the folder, not in it: initdb wants an empty one.
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        try {
            refuseDataOfAnotherVersion();
            refuseFolderInUse();
            stopServerLeftBehind();
            EmbeddedPostgres postgres = launch(port, log);
            logger.info(
                    "PostgreSQL {} keeps its data in '{}'; reach it with: psql -h localhost -p {} -U postgres",
                    MAJOR_VERSION,
                    directory,
                    postgres.getPort());
            return postgres;
        } catch (IOException | IllegalStateException e) {
            throw new UnusableDatabaseException(
                    "PostgreSQL did not start on '%s': %s.".formatted(directory, e.getMessage()),
                    "See '%s'. Delete the directory if its data may go, or set DATABASE_URL to a server of your own."
                            .formatted(log));
        }
    }

    private void refuseDataOfAnotherVersion() throws IOException {
        Path file = directory.resolve("PG_VERSION");
        String version = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!version.isEmpty() && !version.equals(String.valueOf(MAJOR_VERSION))) {
            throw new UnusableDatabaseException(
                    "The data in '%s' was written by PostgreSQL %s, and this application brings PostgreSQL %d."
                            .formatted(directory, version, MAJOR_VERSION),
                    "Delete the directory if its data may go, or name another one with 'sample.postgres.directory'.");
        }
    }

    private void refuseFolderInUse() throws IOException {
        if (isLocked()) {
            throw new UnusableDatabaseException(
                    "Another running application uses the PostgreSQL data in '%s'.".formatted(directory),
                    "Stop that application, or name another directory with 'sample.postgres.directory'.");
        }
    }

    /** Whoever starts a server holds this lock for as long as it lives, {@code kill -9} included. */
    private boolean isLocked() throws IOException {
        Path file = directory.resolve("epg-lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }

    /** An application that was killed could not stop its server. */
    private void stopServerLeftBehind() {
        ServerProcess.on(directory).ifPresent(server -> {
            logger.warn("Stopping the PostgreSQL server with pid {} that an earlier run left behind.", server.pid());
            if (!server.stop(PATIENCE)) {
                throw new UnusableDatabaseException(
                        "The PostgreSQL server with pid %d still runs on '%s' and has clients."
                                .formatted(server.pid(), directory),
                        "Disconnect them or wait for them, and start again; or name another directory with"
                                + " 'sample.postgres.directory'.");
            }
        });
    }

    private EmbeddedPostgres launch(int port, Path log) throws IOException {
        Files.createDirectories(directory);
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                // The context stops it, after the pool; a hook of its own would race with that.
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                // Made for tests, the library turns durability off. This data is to survive.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // The same order of texts on every machine, whatever locales it has.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
    }
}
