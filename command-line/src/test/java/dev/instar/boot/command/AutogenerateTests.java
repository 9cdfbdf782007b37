package dev.instar.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.TestDatabase;
import dev.instar.boot.command.bakery.Loaf.Bakery;
import dev.instar.boot.command.library.Reader.Library;
import dev.instar.boot.command.shop.Basket.Shop;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jpa.autoconfigure.EntityManagerFactoryBuilderCustomizer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

class AutogenerateTests {

    private static final Path DOCUMENTED = Path.of("..", "docs", "output");

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();

    @Test
    void writesARevisionThatBringsTheDatabaseWhereTheEntitiesWantIt() throws IOException {
        CommandLineCall written = call("revision", "--autogenerate", "-m", "Begin", "--rev-id", "aa")
                .succeeds();

        assertThat(written.messages()).isEqualTo("create  table public.reader\n");
        Path file = Path.of(written.results().strip());
        assertThat(file).hasSameTextualContentAs(DOCUMENTED.resolve("autogenerate.sql"));
        assertThat(call("revision", "--autogenerate", "-m", "Again").exitCode()).isEqualTo(3);

        call("upgrade").succeeds();
        CommandLineCall again =
                call("revision", "--autogenerate", "-m", "Again").prints("");
        assertThat(again.messages()).isEqualTo("Nothing differs: the database is as the entities want it.\n");
        assertThat(files()).hasSize(1);
    }

    @Test
    void showsWhatDiffersAndFailsTheCheck() throws IOException {
        database.client()
                .sql("CREATE TABLE reader (id bigserial PRIMARY KEY, name varchar(40), joind_at timestamptz)")
                .update();
        database.client().sql("CREATE TABLE legacy (id int)").update();

        CommandLineCall diff = call("diff").prints("""
                add  column public.reader.joined_at
                change  column public.reader.name
                create  constraint reader_name_key on public.reader
                drop  column public.reader.joind_at  (loses all values of public.reader.joind_at)
                """);
        assertThat(diff.messages())
                .isEqualTo(Files.readString(DOCUMENTED.resolve("diff.txt"))
                        + "Left alone, since the entities do not know of it: 'table public.legacy'.\n");
        call("diff", "--sql", "--rename", "reader.joind_at:joined_at").prints("""
                ALTER TABLE public.reader RENAME COLUMN joind_at TO joined_at;
                ALTER TABLE public.reader ALTER COLUMN name SET NOT NULL;
                ALTER TABLE public.reader ADD CONSTRAINT reader_name_key UNIQUE (name);
                """);
        CommandLineCall check = call("check");
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.results()).startsWith("The database is not as the entities want it: 'add column");
        call("check", "--no-entities").prints("Nothing was found.\n");
        assertThat(call("diff", "--json").succeeds().results())
                .startsWith("{\"changes\":[{\"action\":\"add\",\"object\":\"column public.reader.joined_at\",");
    }

    @Test
    void runsNoScriptsOfTheApplication(@TempDir Path scripts) throws IOException {
        Path script = Files.writeString(scripts.resolve("schema.sql"), "CREATE TABLE scripted ();");

        call("diff", "--spring.sql.init.mode=always", "--spring.sql.init.schema-locations=file:" + script)
                .succeeds();

        assertThat(database.client()
                        .sql("SELECT to_regclass('scripted') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void holdsADatabaseThatIsWhereTheTargetWantsItAgainstTheEntities() throws IOException {
        Files.writeString(folder.resolve("001_first.sql"), "CREATE TABLE first ();\n-- @downgrade\nDROP TABLE first;");
        Files.writeString(
                folder.resolve("002_reader.sql"), "CREATE TABLE reader ();\n-- @downgrade\nDROP TABLE reader;");
        call("upgrade", "001").succeeds();

        CommandLineCall check = call("check", "--instar.target=001");

        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.results())
                .startsWith("The database is not as the entities want it: 'create table public.reader'. Run ")
                .endsWith(" The target '001' leaves out '002'; see first whether that is what is missing.\n");
    }

    @Test
    void writesNothingThatARevisionBeforeItDoesAlreadyThoughTheTargetLeavesThatOut() throws IOException {
        Files.writeString(folder.resolve("001_first.sql"), "CREATE TABLE first ();");
        Files.writeString(folder.resolve("002_reader.sql"), "CREATE TABLE reader ();");
        call("revision", "--autogenerate", "-m", "Again", "--instar.target=001").failsWith(3, """
                        instar: The database lacks '001' and '002', so that comparing would find again what they do.
                        Run 'instar upgrade 002' first, on a database that may pass the target '001'.
                        """);
        call("upgrade", "001").succeeds();

        assertThat(call("revision", "--autogenerate", "-m", "Again", "--instar.target=001")
                        .messages())
                .contains("Run 'instar upgrade 002' first, on a database that may pass the target '001'.");
        call("revision", "--autogenerate", "-m", "Beside", "--head", "001", "--splice", "--instar.target=001")
                .succeeds();
    }

    @Test
    void asksForTheTargetAloneWhereNothingBeyondItMatters() throws IOException {
        Files.writeString(folder.resolve("001_first.sql"), "CREATE TABLE first ();");
        Files.writeString(folder.resolve("other.sql"), "-- @revision other\n-- @revises base\nSELECT 1;");

        call("revision", "--autogenerate", "-m", "Next", "--head", "001", "--instar.target=001")
                .failsWith(3, """
                        instar: The database lacks '001', so that comparing would find again what they do.
                        Run 'instar upgrade 001' first.
                        """);
    }

    @Test
    void holdsTheDatabaseAgainstAScript() throws IOException {
        Path script = Files.writeString(folder.resolve("wanted.txt"), "CREATE TABLE a (id int);");

        call("diff", "--source", script.toString(), "--sql").prints("""
                CREATE TABLE public.a (
                    id integer
                );
                """);
        call("diff", "--source", folder.resolve("none.sql").toString())
                .failsWith(
                        2,
                        "instar: There is no file '%s'.\nCorrect '--source'.\n".formatted(folder.resolve("none.sql")));
    }

    @Test
    void readsTheAggregatesOfSpringDataJdbc() {
        CommandLineCall written =
                callShop("revision", "--autogenerate", "-m", "Begin").succeeds();
        assertThat(Path.of(written.results().strip())).content().contains("""
                CREATE TABLE public.basket (
                    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                    customer uuid,
                    opened_at timestamp without time zone,
                    ship_street text,
                    ship_city text,
                    CONSTRAINT basket_pkey PRIMARY KEY (id)
                );
                CREATE TABLE public.basket_line (
                    amount integer NOT NULL,
                    kind text,
                    basket bigint,
                    basket_key integer
                );
                """);
        callShop("upgrade").succeeds();
        database.client()
                .sql("ALTER TABLE basket ALTER opened_at TYPE timestamptz")
                .update();
        database.client()
                .sql("ALTER TABLE basket_line ADD CHECK (amount > 0), ALTER kind TYPE varchar(20)")
                .update();
        assertThat(callShop("diff").prints("").messages()).startsWith("Nothing differs.\n");
    }

    @Test
    void waitsForEntitiesThatAreReadInTheBackground() {
        CommandLineCall diff = CommandLineCall.of(Background.class, database, folder, "diff");

        assertThat(diff.succeeds().results()).isEqualTo("create  table public.reader\n");
    }

    /** An application whose persistence unit starts on a thread of its own. */
    @Import(Library.class)
    static class Background {

        @Bean
        EntityManagerFactoryBuilderCustomizer background() {
            SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
            executor.setTaskDecorator(task -> () -> {
                LockSupport.parkNanos(500_000_000);
                task.run();
            });
            return builder -> builder.setBootstrapExecutor(executor);
        }
    }

    @Test
    void readsAnAggregateThatOnlyItsRepositorySpeaksOf() {
        CommandLineCall.of(Bakery.class, database, folder, "diff", "--sql").prints("""
                CREATE TABLE public.loaf (
                    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
                    flour text,
                    CONSTRAINT loaf_pkey PRIMARY KEY (id)
                );
                """);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void proposesARevisionWhenAServiceUnderDevelopmentStarts(CapturedOutput output) {
        new SpringApplicationBuilder(Library.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--instar.locations=file:" + folder,
                        "--instar.autogenerate.propose=true")
                .close();

        assertThat(output)
                .contains("The entities want what the database has not: 'create table public.reader'. 'instar");
    }

    private CommandLineCall callShop(String... words) {
        return CommandLineCall.of(Shop.class, database, folder, words);
    }

    @Test
    void aRevisionInJavaMayNeedWhatCommandsLeaveOut() {
        CommandLineCall upgrade = CommandLineCall.of(
                Capitals.Application.class,
                database,
                folder,
                "upgrade",
                "--spring.jpa.defer-datasource-initialization=true",
                "--spring.jpa.hibernate.ddl-auto=create");

        assertThat(upgrade.succeeds().results()).startsWith("Applied 1 revision in ");
        assertThat(upgrade.messages()).matches("\\+ aa  Names in capitals  \\(\\d+ ms\\)\n");
        assertThat(database.client()
                        .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("migration_history", "migration_journal");
    }

    @RevisionHeader(id = "aa", revises = "base", message = "Names in capitals", irreversible = "a test")
    record Capitals(EntityManagerFactory entities) implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            assertThat(entities.isOpen()).isTrue();
        }

        @Import(Library.class)
        static class Application {

            @Bean
            JavaRevision capitals(EntityManagerFactory entities) {
                return new Capitals(entities);
            }
        }
    }

    private CommandLineCall call(String... words) {
        return CommandLineCall.of(Library.class, database, folder, words);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
