package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Servers and clients that are not what most are. */
class UnusualMachineTests {

    @TempDir
    Path folder;

    @Test
    void aServerThatCannotTellWhetherItsClientIsGoneIsNotAskedTo() {
        Scene scene = new Scene(folder).revision("001_table.sql", "CREATE TABLE a (id int); VACUUM a;");
        pretendToRunOnWindows(scene);
        assertThat(scene.instar(dataSource(scene)).upgrade(Target.HEADS, Trigger.STARTUP))
                .isPresent();
        scene.withLease(Duration.ofSeconds(5)).revision("002_table.sql", "CREATE TABLE b (id int);");
        assertThat(scene.instar(dataSource(scene)).upgrade(Target.HEADS, Trigger.STARTUP))
                .isPresent();
    }

    @Test
    void whatTheEncodingOfTheDatabaseLacksIsNoticedBeforeAnythingIsRun() {
        Scene scene = new Scene(folder)
                .revision(
                        "001_a.sql", "-- @revision 001\n-- @revises base\n-- @message Größe\nCREATE TABLE a (id int);")
                .revision("002_b.sql", "-- @revision 002\n-- @revises 001\n-- @message a → b\nSELECT 1;");
        String name = scene.database().name() + "_latin";
        scene.sql("CREATE DATABASE %s ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0".formatted(name));
        PGSimpleDataSource latin = (PGSimpleDataSource) scene.database().dataSource();
        latin.setDatabaseName(name);

        assertThatThrownBy(() -> scene.instar(latin).upgrade(Target.HEADS, Trigger.STARTUP))
                .hasMessage(
                        "The history cannot keep the message or the downgrade of revision '002': the encoding of the"
                                + " database lacks some of their characters (%s/002_b.sql:1). Write them without these."
                                        .formatted(folder));
        assertThat(scene.instar(latin).upgrade(Target.parse("001"), Trigger.STARTUP))
                .isPresent();
    }

    @Test
    void aLanguageWithDigitsOfItsOwnIsNotTheServers() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fa-IR"));
        try {
            Scene scene = new Scene(folder)
                    .revision("001_a.sql", "CREATE TABLE a (id int);")
                    .revision("002_b.sql", "CREATE TABLE b (id int);");
            assertThat(scene.upgrade()).isPresent();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLimitThatTheDriverSetsForTheApplicationIsNoneForRevisions() {
        Scene scene = new Scene(folder)
                .revision(
                        "001_asked.sql", "-- @require time\nSELECT pg_sleep(1.1) IS NOT NULL;\n-- @upgrade\nSELECT 1;")
                .revision("002_together.sql", "CREATE TABLE a AS SELECT pg_sleep(1.1)::text; CREATE TABLE b (id int);");
        PGSimpleDataSource dataSource = (PGSimpleDataSource) scene.database().dataSource();
        dataSource.setURL(scene.database().url() + "?queryTimeout=1");
        assertThat(scene.instar(dataSource).upgrade(Target.HEADS, Trigger.STARTUP))
                .isPresent();
        Instar withRevisionInJava = new Instar(
                dataSource,
                InstarSettings.DEFAULT
                        .withLocations("file:" + folder)
                        .withRevisionOptions(RevisionOptions.NONE.withJavaRevisions(new Slow())));
        assertThat(withRevisionInJava.upgrade(Target.HEADS, Trigger.STARTUP)).isPresent();
    }

    @RevisionHeader(id = "003", revises = "002", message = "Slow")
    private static final class Slow implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql("SELECT pg_sleep(1.1)").query(String.class).list();
        }
    }

    /** What a server on Windows says about itself, and how it answers. */
    private static void pretendToRunOnWindows(Scene scene) {
        scene.sql("CREATE SCHEMA windows");
        scene.sql("""
                CREATE FUNCTION windows.version() RETURNS text LANGUAGE sql AS
                $$ SELECT 'PostgreSQL 18.0 on x86_64-windows, compiled by msvc-19.44.35213, 64-bit' $$
                """);
        scene.sql("""
                CREATE FUNCTION windows.set_config(name text, value text, local boolean) RETURNS text LANGUAGE plpgsql AS $$
                BEGIN
                    IF name = 'client_connection_check_interval' AND value <> '0' THEN
                        RAISE 'invalid value for parameter "client_connection_check_interval": 2000'
                            USING ERRCODE = '22023';
                    END IF;
                    RETURN pg_catalog.set_config(name, value, local);
                END $$
                """);
    }

    private static PGSimpleDataSource dataSource(Scene scene) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) scene.database().dataSource();
        dataSource.setOptions("-c search_path=public,windows,pg_catalog");
        return dataSource;
    }
}
