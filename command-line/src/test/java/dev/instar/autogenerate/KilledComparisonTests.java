package dev.instar.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.schema.Fingerprint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that is killed while the wanted schema stands in its scratch schema leaves nothing of it. */
class KilledComparisonTests {

    private static final String WANTED = """
            create table item (id int, wanted int);
            do $$ begin perform pg_advisory_xact_lock(4711); end $$;
            """;

    /** What runs in the process: a comparison that waits in the middle. */
    public static void main(String[] arguments) {
        try (Session session = Session.open(new DriverManagerDataSource(arguments[0], "postgres", "postgres"))) {
            new SchemaComparer(session, Database.of(session), table -> false)
                    .compare(new ScriptedSchema("the script", WANTED, Language.SQL), ComparisonOptions.DEFAULT);
        }
    }

    @Test
    @Timeout(60)
    void leavesNothingOfItsScratchSchema() throws Exception {
        try (ComparedSchema live = new ComparedSchema().with("CREATE TABLE item (id int)")) {
            Fingerprint before = Fingerprint.of(live.catalog());
            live.session.query("SELECT pg_advisory_lock(4711)", (row, number) -> "");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledComparisonTests.class.getName(),
                            live.server.url())
                    .inheritIO()
                    .start();
            try {
                // By then its schema and its table stand, for its own transaction only.
                awaitNumber(live, 1, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
            } finally {
                process.destroyForcibly().waitFor();
            }
            live.session.query("SELECT pg_advisory_unlock(4711)", (row, number) -> "");
            awaitNumber(
                    live,
                    0,
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <>"
                            + " pg_backend_pid()");

            live.assertNothingIsLeftBehind();
            assertThat(Fingerprint.of(live.catalog())).isEqualTo(before);
            assertThat(live.changes(Language.SQL, "create table item (id int);", null))
                    .isEmpty();
        }
    }

    private static void awaitNumber(ComparedSchema live, int wanted, String query) throws InterruptedException {
        while (live.session.query(query, (row, number) -> row.getInt(1)).get(0) != wanted) {
            Thread.sleep(20);
        }
    }
}
