package dev.instar.sample;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.schema.Catalog;
import dev.instar.schema.CatalogScope;
import dev.instar.test.ClonedDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database without anything in it, beside another one, that {@code psql} can be sent to. */
record EmptyDatabase(ClonedDatabase server, String name) {

    /** Creates it, in place of one that an earlier test has left. */
    static EmptyDatabase create(ClonedDatabase server, String name) {
        EmptyDatabase database = new EmptyDatabase(server, server.name() + "_" + name);
        JdbcClient client = JdbcClient.create(server.dataSource());
        client.sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database.name()))
                .update();
        client.sql("CREATE DATABASE %s TEMPLATE template0".formatted(database.name()))
                .update();
        return database;
    }

    String url() {
        return here().jdbcUrl();
    }

    String username() {
        return server.username();
    }

    private ClonedDatabase here() {
        return new ClonedDatabase(
                "jdbc:postgresql://%s:%d/%s".formatted(server.host(), server.port(), name),
                server.host(),
                server.port(),
                name,
                server.username(),
                server.password());
    }

    private DataSource dataSource() {
        return here().dataSource();
    }

    /** Everything that is in it, Instar's own tables included. */
    Catalog catalog() {
        try (Session session = Session.open(dataSource())) {
            return Database.of(session).catalog(session, CatalogScope.everything());
        }
    }

    /** Drops Instar's own tables, as if somebody else had made the others. */
    void forgetHistory() {
        JdbcClient.create(dataSource())
                .sql("DROP TABLE migration_history, migration_journal")
                .update();
    }

    /** The history, without what differs from run to run: when, how long, and who the run was. */
    List<String> history() {
        return JdbcClient.create(dataSource()).sql("""
                        SELECT concat_ws('|', migration_number, migration_name, status, revises, depends_on, label,
                                         checksum, checksum_algorithm, application_version, downgrade_sql, applied_by,
                                         applied_at IS NULL, rollback_at IS NULL)
                          FROM migration_history ORDER BY migration_number
                        """).query(String.class).list();
    }

    static boolean isPsqlInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "psql")));
    }

    /** Has {@code psql} run a file; what it says, and its exit code if that is not zero. */
    String psql(Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "psql",
                "-X",
                "-q",
                "-o",
                File.separator.equals("/") ? "/dev/null" : "NUL",
                "-f",
                file.toString(),
                name);
        builder.environment().put("PGHOST", server.host());
        builder.environment().put("PGPORT", String.valueOf(server.port()));
        builder.environment().put("PGUSER", server.username());
        if (server.password() != null) {
            builder.environment().put("PGPASSWORD", server.password());
        }
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? said : "exit code %d%n%s".formatted(code, said);
    }
}
