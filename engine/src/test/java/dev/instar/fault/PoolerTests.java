package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.instar.TestDatabase;
import dev.instar.lock.PooledConnectionException;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Through a real PgBouncer, where one is installed or named with {@code -Dinstar.test.pgbouncer}. */
class PoolerTests {

    private static final Path PGBOUNCER = Path.of(System.getProperty("instar.test.pgbouncer", "/usr/sbin/pgbouncer"));

    @TempDir
    Path folder;

    @TempDir
    Path pooler;

    private Process process;

    @BeforeEach
    void findPgBouncer() {
        assumeTrue(Files.isExecutable(PGBOUNCER), () -> "There is no " + PGBOUNCER);
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void refusesAPoolerThatHandsOutSessionsByTransactionAndSaysWhatToDo() throws Exception {
        Scene scene = new Scene(folder).revision("001_table.sql", "CREATE TABLE t (a int);");
        PGSimpleDataSource pooled = through("transaction", scene);

        assertThatThrownBy(() -> scene.instar(pooled).upgrade(Target.HEADS, Trigger.STARTUP))
                .isInstanceOf(PooledConnectionException.class)
                .hasMessageContaining("The connection leads through a pooler")
                .hasMessageContaining("Set 'instar.url' to the database's own address");
        assertThat(scene.value("SELECT to_regclass('migration_history') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void trustsAPoolerThatKeepsOneSessionForEachClientWhenItIsToldTo() throws Exception {
        Scene scene = new Scene(folder)
                .with(ExecutionSettings.DEFAULT.withAllowPooler(true))
                .revision("001_table.sql", "CREATE TABLE t (a int); VACUUM t; CREATE INDEX CONCURRENTLY t_a ON t (a);");
        PGSimpleDataSource pooled = through("session", scene);

        assertThat(scene.instar(pooled).upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
    }

    private PGSimpleDataSource through(String mode, Scene scene) throws Exception {
        int port = freePort();
        Path configuration = pooler.resolve("pgbouncer.ini");
        Files.writeString(configuration, """
                [databases]
                * = host=127.0.0.1 port=%d user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(TestDatabase.port(), port, mode));
        Files.setPosixFilePermissions(pooler, PosixFilePermissions.fromString("rwxr-xr-x"));
        // It refuses to run as root, and as nobody else can it change who it is.
        List<String> command = System.getProperty("user.name").equals("root")
                ? List.of(PGBOUNCER.toString(), "-u", "nobody", configuration.toString())
                : List.of(PGBOUNCER.toString(), configuration.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(pooler.resolve("log").toFile())
                .start();
        Scene.await(() -> answers(port), "PgBouncer answers");
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(scene.database().url().replace(":" + TestDatabase.port(), ":" + port));
        dataSource.setUser("postgres");
        dataSource.setPrepareThreshold(0);
        return dataSource;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
