package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.revision.expression.Target;
import dev.instar.run.ConnectionLostException;
import dev.instar.run.StepFailedException;
import dev.instar.run.Trigger;
import dev.instar.script.JavaRevision;
import dev.instar.script.RevisionContext;
import dev.instar.script.RevisionHeader;
import dev.instar.script.RevisionOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A password in a revision is in nothing that a failure says, causes or logs. */
class SecretTests {

    private static final String SECRET = "hunter2";
    private static final String REFUSED = "CREATE ROLE rr PASSWORD 'hunter2' NOSUCHOPTION;";
    private static final String NEEDS_AN_ANSWER = "DO $$ BEGIN PERFORM 1; END $$; ";

    @TempDir
    Path folder;

    private final Said said = new Said();
    private final Logger instar = logger("dev.instar");
    private final Logger running = logger("dev.instar.run");
    private final Logger sending = logger("dev.instar.run.StatementRunner");

    @BeforeEach
    void listen() {
        said.start();
        instar.addAppender(said);
        running.setLevel(Level.DEBUG);
        sending.setLevel(Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        instar.detachAppender(said);
        running.setLevel(null);
        sending.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REFUSED,
                NEEDS_AN_ANSWER + REFUSED,
                "CREATE TABLE a (id int); " + REFUSED,
                "CREATE ROLE rr PASSWORD 'hunter2'; CREATE TABLE a (id nonsense);",
                "CREATE TABLE a (id nonsense); CREATE ROLE rr PASSWORD 'hunter2';",
                "-- @no-transaction\n" + REFUSED,
                "-- @require it is\nSELECT nothing = 'hunter2' AS password;\n-- @upgrade\nCREATE TABLE a ();",
                "CREATE TABLE a (id int);\n-- @ensure it is\nSELECT nothing = 'hunter2' AS password;",
                """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN EXECUTE 'ALTER ROLE nobody PASSWORD ''hunter2'' oops'; RETURN NULL; END $$;
                CREATE TABLE a (id int);
                CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
                INSERT INTO a VALUES (1);
                """,
                """
                CREATE TABLE a (password text);
                CREATE INDEX i ON a (password);
                CREATE INDEX CONCURRENTLY i ON a (missing) WHERE password = 'hunter2';
                """
            })
    void isInNoFailure(String sql) {
        assertNotTold(new Scene(folder), sql);
        assertNotTold(new Scene(folder).ungrouped(), sql);
        sending.setLevel(Level.DEBUG);
        assertNotTold(new Scene(folder).ungrouped(), sql);
    }

    private void assertNotTold(Scene scene, String sql) {
        Throwable failure = catchThrowable(scene.revision("001_a.sql", sql)::upgrade);

        assertThat(failure).isInstanceOf(StepFailedException.class).hasMessageContaining("/001_a.sql");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
        assertThat(said.lines).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void isNotInTheLossOfAConnectionEither() {
        for (String together : List.of("", NEEDS_AN_ANSWER)) {
            Throwable failure = catchThrowable(new Scene(folder).revision("001_a.sql", together + """
                            CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT pg_terminate_backend(pg_backend_pid())::int';
                            CREATE TABLE a (password text DEFAULT 'hunter2', id int);
                            INSERT INTO a (password, id) VALUES ('hunter2', f());
                            """)::upgrade);

            assertThat(failure).isInstanceOf(ConnectionLostException.class);
            assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
        }
    }

    @Test
    void isNotInASettingThatIsRepeated() {
        Scene scene = new Scene(folder);
        scene.sql("CREATE SCHEMA other");
        scene.sql("CREATE FUNCTION other.takes(text) RETURNS text LANGUAGE sql AS 'SELECT $1'");
        String done =
                "SELECT set_config('my.password', other.takes('hunter2'), false); CREATE TABLE a (id int); VACUUM a;";
        assertThat(catchThrowable(scene.revision("001_a.sql", done + " SELECT 1 / 0;")::upgrade))
                .hasMessageContaining("division by zero");
        scene.sql("DROP SCHEMA other CASCADE");

        Throwable failure = catchThrowable(scene::upgrade);

        assertThat(failure)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("/001_a.sql:1.")
                .hasMessageContaining("repeated because the run goes on in another session");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
    }

    @Test
    void isInNoCauseWhereItWasPutInThePlaceOfAPlaceholder() {
        String check = "-- @require it is\nSELECT '${secret}'::nonsense;\n-- @upgrade\n";
        for (String above : List.of("", NEEDS_AN_ANSWER, check)) {
            Scene scene = new Scene(folder)
                    .revision("001_a.sql", above + "CREATE TABLE a (k text DEFAULT '${secret}', v nonsense);");

            Throwable failure =
                    catchThrowable(() -> instar(scene, RevisionOptions.NONE.withPlaceholders(Map.of("secret", SECRET)))
                            .upgrade(Target.HEADS, Trigger.COMMAND));

            assertThat(failure).hasMessageContaining("type \"nonsense\" does not exist");
            assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
        }
    }

    @Test
    void isNotInTheFailureOfARevisionInJava() {
        Throwable failure =
                catchThrowable(() -> instar(new Scene(folder), RevisionOptions.NONE.withJavaRevisions(new Careless()))
                        .upgrade(Target.HEADS, Trigger.COMMAND));

        assertThat(failure)
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("PASSWORD '***' NOSUCHOPTION")
                .hasMessageContaining("at dev.instar.fault.SecretTests$Careless.upgrade(SecretTests.java:")
                .hasStackTraceContaining("at dev.instar.fault.SecretTests$Careless.upgrade(SecretTests.java:");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private Instar instar(Scene scene, RevisionOptions options) {
        return new Instar(
                scene.database().dataSource(),
                InstarSettings.DEFAULT.withLocations("file:" + folder).withRevisionOptions(options));
    }

    @RevisionHeader(id = "001", revises = "base", message = "Careless", irreversible = "no")
    static final class Careless implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql(REFUSED).update();
        }
    }

    private static final class Said extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }
}
