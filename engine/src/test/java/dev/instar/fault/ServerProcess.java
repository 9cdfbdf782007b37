package dev.instar.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL whose start, and the kind of it, is part of the test. */
final class ServerProcess implements AutoCloseable {

    private final Path cluster;
    private final Path programs;
    private final int port;
    private Process process;

    private ServerProcess(Path cluster, Path programs, int port) {
        this.cluster = cluster;
        this.programs = programs;
        this.port = port;
    }

    /** An orderly cluster that no server runs on. */
    static ServerProcess create(Path folder) throws IOException {
        Path cluster = folder.resolve("cluster");
        Path programs;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .start()) {
            programs = Path.of(JdbcClient.create(server.getPostgresDatabase())
                    .sql("SELECT setting FROM pg_config WHERE name = 'BINDIR'")
                    .query(String.class)
                    .single());
        }
        return new ServerProcess(cluster, programs, FreePort.find());
    }

    /** Another cluster with the same data, which no server must be at. */
    ServerProcess copy(Path folder) throws IOException {
        Path copied = folder.resolve("cluster");
        try (Stream<Path> files = Files.walk(cluster)) {
            for (Path file : files.toList()) {
                Files.copy(file, copied.resolve(cluster.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new ServerProcess(copied, programs, FreePort.find());
    }

    PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL("jdbc:postgresql://localhost:%d/postgres".formatted(port));
        dataSource.setUser("postgres");
        return dataSource;
    }

    /** Starts it as the standby of a primary that is not there, and does not wait for it to answer. */
    void startAsStandby(String... settings) throws IOException {
        Path signal = cluster.resolve("standby.signal");
        if (!Files.exists(signal)) {
            Files.createFile(signal);
        }
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root; in a name space of its own it does not see that it does.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", cluster.toString(), "-F"));
        command.addAll(List.of("-p", Integer.toString(port), "-c", "unix_socket_directories="));
        // As many as the server that made the cluster: with fewer, a standby does not start.
        command.addAll(List.of("-c", "max_connections=300"));
        for (String setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(cluster.resolve("said").toFile())
                .start();
    }

    /** Ends its recovery: from now on it is a primary. */
    void promote() throws IOException, InterruptedException {
        Files.createFile(cluster.resolve("promote"));
        new ProcessBuilder("kill", "-USR1", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        crash();
    }

    /** Ends it without a chance to put anything in order. As long as one of its processes lives, no other one starts. */
    void crash() {
        if (process != null) {
            List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(one -> one.onExit().join());
        }
    }
}
