package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.command.library.Reader.Library;
import dev.instar.boot.command.unkeyed.Unkeyed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared is said in a sentence; nothing is changed, no file is written, nothing is left behind. */
class ComparisonRefusalTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void create() {
        database.client().sql("CREATE TABLE legacy (id int, year int)").update();
    }

    @AfterEach
    void nothingHasHappened() {
        assertThat(folder).isEmptyDirectory();
        assertThat(names(
                        "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
                .containsExactly("legacy");
        assertThat(names("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'instar%'"))
                .isEmpty();
    }

    private List<String> names(String query) {
        return database.client().sql(query).query(String.class).list();
    }

    @Test
    void entitiesThatCannotBeMappedSaySo() {
        CommandLineCall.of(Unkeyed.Application.class, database, folder, "revision", "--autogenerate", "-m", "x")
                .failsWith(1, """
                        instar: The entities cannot be mapped: Entity '%s' has no identifier (every '@Entity' class must\
                         declare or inherit at least one '@Id' or '@EmbeddedId' property).
                        Correct the mapping. Nothing was changed.
                        """.formatted(Unkeyed.class.getName()));
    }

    @Test
    void aUserWhoMayNotCreateASchemaIsToldWhichRightItTakes() {
        String user = "reader_of_" + database.name();
        database.client().sql("CREATE ROLE " + user + " LOGIN PASSWORD 'r'").update();

        CommandLineCall.start(
                        Library.class,
                        "instar",
                        "revision",
                        "--autogenerate",
                        "-m",
                        "x",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=r",
                        "--instar.locations=file:" + folder)
                .failsWith(1, """
                        instar: The user may not create a schema in this database, which it takes to find out what the\
                         entities want: permission denied for database %s.
                        Give the right with 'GRANT CREATE ON DATABASE ... TO ...', or set 'instar.user' to a user who has\
                         it. Nothing was changed.
                        """.formatted(database.name()));
    }

    @Test
    void anotherDatabaseThatCannotBeReachedIsNotTakenForTheApplicationsOwn() {
        assertThat(reasonAgainst("postgres://u:secret@localhost/other")).isEqualTo("no driver knows its address");
        assertThat(reasonAgainst("jdbc:postgres://localhost/other?user=u&password=secret"))
                .isEqualTo("no driver knows its address");
        assertThat(reasonAgainst("jdbc:postgresql://no-such-host.invalid/other?user=u&password=secret"))
                .isEqualTo("there is no host 'no-such-host.invalid'");
        assertThat(reasonAgainst(database.url().replaceFirst("[^/]*$", "other") + "?user=postgres&password=secret"))
                .isEqualTo("FATAL: database \"other\" does not exist");
    }

    private String reasonAgainst(String url) {
        CommandLineCall diff = CommandLineCall.of(Library.class, database, folder, "diff", "--source", url);
        assertThat(diff.exitCode()).isEqualTo(1);
        assertThat(diff.messages())
                .startsWith("instar: The database that '--source' names cannot be reached: ")
                .doesNotContain("secret");
        return diff.messages().replaceFirst("(?s).* reached: (.*?)\\.\n.*", "$1");
    }

    @Test
    void aScriptThatIsNotUtf8IsRefusedAsThat(@TempDir Path elsewhere) throws IOException {
        Path script = Files.writeString(
                elsewhere.resolve("schema.sql"), "CREATE TABLE größe ();", StandardCharsets.ISO_8859_1);

        diff("--source", script.toString()).failsWith(2, """
                        instar: The file '%s' is not written in UTF-8.
                        Save it in UTF-8.
                        """.formatted(script));
    }

    @Test
    void extentsAreSaidAsTheGuideWritesThem() {
        diff("--source", database.url() + "?user=postgres&password=postgres", "--extent", "tables")
                .prints("");
        diff("--extent", "all").failsWith(2, """
                        instar: Invalid value for option '--extent': expected one of [SHAPE, MAPPED, TABLES,\
                         EVERYTHING] (case-insensitive) but was 'all'.
                        'instar diff --help' shows how it is used.
                        """);
    }

    private CommandLineCall diff(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add(0, "diff");
        return CommandLineCall.of(CommandsTests.Application.class, database, folder, all.toArray(String[]::new));
    }

    @Test
    void whatHasNoModelIsNamedAndLeftAlone() {
        database.client().sql("""
                        CREATE TYPE span AS RANGE (subtype = int);
                        CREATE AGGREGATE total (int) (sfunc = int4pl, stype = int);
                        CREATE RULE quiet AS ON DELETE TO legacy DO INSTEAD NOTHING;
                        CREATE STATISTICS spread (ndistinct) ON id, year FROM legacy
                        """).update();

        CommandLineCall diff = CommandLineCall.of(Library.class, database, folder, "diff");

        diff.prints("create  table public.reader\n");
        assertThat(diff.messages()).isEqualTo("""
                Left alone, since the entities do not know of it: 'table public.legacy'.
                Left alone, since Instar has no model for it: 'aggregate public.total(integer)',\
                 'range type public.span', 'rule quiet on public.legacy' and 'statistics public.spread'.
                """);
    }
}
