package dev.instar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.instar.history.TableNames;
import dev.instar.lock.LockType;
import dev.instar.revision.expression.Target;
import dev.instar.run.ExecutionSettings;
import dev.instar.run.RunManner;
import dev.instar.run.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers, databases and processes that are set up in unusual ways. */
class OddServerTests {

    private static final ExecutionSettings LEASE =
            ExecutionSettings.DEFAULT.withManner(RunManner.DEFAULT.withLock(LockType.LEASE));

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(locale);
    }

    /** Some countries have digits of their own, which Java then writes and SQL does not know. */
    @Test
    void aProcessMayWriteNumbersInDigitsOfItsOwn() throws IOException {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        write("001_first.sql", "CREATE TABLE a (id int);");
        write("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a (id);");

        upgrade(settings());

        assertThat(applied()).containsExactly("001", "002");
    }

    @Test
    void aTransactionTakesAsLongAsItNeedsWhateverIsUsualInTheDatabase() throws IOException {
        assumeThat(TestDatabase.majorVersion()).isGreaterThanOrEqualTo(17);
        set("transaction_timeout", "400ms");
        write("001_long.sql", "CREATE TABLE a (id int);\nSELECT pg_sleep(1);");

        upgrade(settings());

        assertThat(applied()).containsExactly("001");
    }

    @Test
    void aTransactionThroughALeaseTakesAsLongAsItNeedsToo() throws IOException {
        assumeThat(TestDatabase.majorVersion()).isGreaterThanOrEqualTo(17);
        set("transaction_timeout", "400ms");
        write("001_long.sql", "CREATE TABLE a (id int);\nSELECT pg_sleep(1);");

        upgrade(settings().withExecution(LEASE));

        assertThat(applied()).containsExactly("001");
    }

    /** As PostgreSQL on Windows does, where a server cannot hear that a client is gone. */
    @Test
    void aServerNeedNotBeAbleToNoticeThatAClientIsGone() throws IOException {
        database.client().sql("""
                CREATE SCHEMA windows;
                CREATE FUNCTION windows.set_config(name text, value text, local boolean) RETURNS text
                LANGUAGE plpgsql AS $$
                BEGIN
                    IF name = 'client_connection_check_interval' AND value <> '0' THEN
                        RAISE invalid_parameter_value
                            USING MESSAGE = 'invalid value for parameter "client_connection_check_interval": 2000';
                    END IF;
                    RETURN pg_catalog.set_config(name, value, local);
                END $$;
                """).update();
        database.client()
                .sql("ALTER DATABASE %s SET search_path = windows, pg_catalog, public".formatted(database.name()))
                .update();
        InstarSettings settings = settings().withTables(TableNames.DEFAULT.orIn("public"));
        write("001_first.sql", "CREATE TABLE public.a (id int);");

        upgrade(settings);
        write("002_second.sql", "CREATE TABLE public.b (id int);");
        upgrade(settings.withExecution(LEASE));

        assertThat(applied()).containsExactly("001", "002");
    }

    /** Two services with histories of their own are deployed at the same time. */
    @Test
    void somebodyElseMayBeCreatingTheSameSchema() throws Exception {
        write("001_first.sql", "CREATE TABLE IF NOT EXISTS public.a (id int);");
        for (ExecutionSettings execution : List.of(ExecutionSettings.DEFAULT, LEASE)) {
            try (Connection other = database.dataSource().getConnection()) {
                other.setAutoCommit(false);
                other.createStatement().execute("DROP SCHEMA IF EXISTS infra CASCADE");
                other.commit();
                other.createStatement().execute("CREATE SCHEMA infra");
                CompletableFuture<Void> run = CompletableFuture.runAsync(() -> upgrade(
                        settings().withTables(new TableNames("infra", "h", "j")).withExecution(execution)));
                while (!run.isDone()
                        && !database.client()
                                .sql(
                                        "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')")
                                .query(Boolean.class)
                                .single()) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
                other.commit();
                run.join();
            }
        }
    }

    private void set(String setting, String value) {
        database.client()
                .sql("ALTER DATABASE %s SET %s = '%s'".formatted(database.name(), setting, value))
                .update();
    }

    private Instar instar(InstarSettings settings) {
        return new Instar(database.dataSource(), settings);
    }

    private void upgrade(InstarSettings settings) {
        instar(settings).upgrade(Target.HEADS, Trigger.STARTUP);
    }

    private InstarSettings settings() {
        return InstarSettings.DEFAULT.withLocations("file:" + folder);
    }

    private List<String> applied() {
        return database.client()
                .sql("SELECT migration_number FROM migration_history WHERE status = 'applied' ORDER BY 1")
                .query(String.class)
                .list();
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }
}
