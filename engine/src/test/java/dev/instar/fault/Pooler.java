package dev.instar.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PgBouncer, where one is installed or named with {@code -Dinstar.test.pgbouncer}. */
final class Pooler implements AutoCloseable {

    /** So few that clients really share them. */
    static final int SESSIONS = 5;

    private static final Path PGBOUNCER = Path.of(System.getProperty("instar.test.pgbouncer", "/usr/sbin/pgbouncer"));

    private final int port;
    private final Process process;

    private Pooler(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    static void assumeThereIsOne() {
        assumeTrue(Files.isExecutable(PGBOUNCER), () -> "There is no " + PGBOUNCER);
    }

    /** Starts one that hands out sessions by {@code session} or by {@code transaction}. */
    static Pooler start(String mode, Path folder) throws IOException {
        int port = FreePort.find();
        Path configuration = folder.resolve("pgbouncer.ini");
        Files.writeString(configuration, """
                [databases]
                * = host=127.0.0.1 port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(TestDatabase.port(), port, mode, SESSIONS));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        // It refuses to run as root, and as nobody else can it change who it is.
        List<String> command = System.getProperty("user.name").equals("root")
                ? List.of(PGBOUNCER.toString(), "-u", "nobody", configuration.toString())
                : List.of(PGBOUNCER.toString(), configuration.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Scene.await(() -> answers(port), "PgBouncer answers");
        return new Pooler(port, process);
    }

    String url(TestDatabase database) {
        return database.url().replace(":" + TestDatabase.port(), ":" + port);
    }

    PGSimpleDataSource dataSource(TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url(database));
        dataSource.setUser("postgres");
        dataSource.setPrepareThreshold(0);
        return dataSource;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
