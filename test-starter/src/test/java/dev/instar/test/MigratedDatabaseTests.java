package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.Instar;
import dev.instar.revision.expression.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a plain JUnit test gets. */
@MigratedDatabase
class MigratedDatabaseTests {

    private final ClonedDatabase ofTheClass;

    MigratedDatabaseTests(ClonedDatabase ofTheClass) {
        this.ofTheClass = ofTheClass;
    }

    @Test
    void hasEveryRevisionApplied(DataSource dataSource) {
        assertThat(column(dataSource, "SELECT name FROM customer")).containsExactly("ADA");
        assertThat(column(dataSource, "SELECT migration_number FROM migration_history ORDER BY id"))
                .containsExactly("001", "002", "003");
    }

    @Test
    void isTheSameForTheWholeClass(ClonedDatabase database) {
        assertThat(database).isEqualTo(ofTheClass);
        assertThat(database.toString()).contains(database.name());
    }

    @Nested
    class InsideAnother {

        @Test
        void isTheSameToo(ClonedDatabase database) {
            assertThat(database).isEqualTo(ofTheClass);
        }
    }

    @Test
    void isAnotherOneForAnotherClassAlthoughTheRevisionsRanOnce() {
        DataSource first = ofTheClass.dataSource();
        Clone other = clone(String.class);

        DataSource second = other.address().dataSource();
        JdbcClient.create(second).sql("DELETE FROM customer").update();

        assertThat(column(first, "SELECT name FROM customer")).hasSize(1);
        assertThat(column(second, "SELECT DISTINCT run_id::text FROM migration_history"))
                .isEqualTo(column(first, "SELECT DISTINCT run_id::text FROM migration_history"));
        Clones.release(request(String.class, "embedded"));
        awaitDropOf(other.address().name());
    }

    @Test
    void takesTheTemplateThatAnotherProcessLeftOnAServerThatStays() {
        String url = "jdbc:postgresql://localhost:%d/postgres?user=postgres&ApplicationName=tests"
                .formatted(ofTheClass.port());
        List<String> templates = templates();
        Clone clone = Clones.of(request(Integer.class, url));
        clone.create(instar(clone));

        assertThat(clone.isDisposable()).isFalse();
        assertThat(column(clone.address().dataSource(), "SELECT DISTINCT run_id::text FROM migration_history"))
                .isEqualTo(column(ofTheClass.dataSource(), "SELECT DISTINCT run_id::text FROM migration_history"));
        assertThat(templates()).isEqualTo(templates);
        Clones.release(request(Integer.class, url));
    }

    @Test
    void isThereBeforeItIsWantedAndMadeAtOnceWhereItIsNot() throws Exception {
        String ready = madeAhead();
        Clone taken = clone(Long.class);
        assertThat(column(taken.address().dataSource(), "SELECT name FROM customer"))
                .containsExactly("ADA");
        assertThat(databases()).doesNotContain(ready).contains(taken.address().name());

        JdbcClient.create(ofTheClass.dataSource())
                .sql("DROP DATABASE " + madeAhead())
                .update();
        Clone made = clone(Short.class);
        assertThat(column(made.address().dataSource(), "SELECT name FROM customer"))
                .containsExactly("ADA");

        Clones.release(request(Long.class, "embedded"));
        Clones.release(request(Short.class, "embedded"));
    }

    /** What is done later is done when this is, and then the newest database is the one that nobody has taken. */
    private String madeAhead() throws Exception {
        Clones.LATER.submit(() -> {}).get();
        return column(
                        ofTheClass.dataSource(),
                        "SELECT datname FROM pg_database WHERE datname LIKE 'instar_test_%' ORDER BY oid DESC")
                .get(0);
    }

    private static Clone clone(Class<?> owner) {
        Clone clone = Clones.of(request(owner, "embedded"));
        clone.create(instar(clone));
        return clone;
    }

    private void awaitDropOf(String name) {
        Awaitility.await().until(() -> !databases().contains(name));
    }

    @Test
    void isWhereTheServiceWantsItsDatabase() throws Exception {
        Clone clone = Clones.of(request(Byte.class, "embedded"));
        clone.create(new Instar(
                clone.address().dataSource(), instar(clone).settings().withTarget(Target.parse("001"))));

        assertThat(column(clone.address().dataSource(), "SELECT migration_number FROM migration_history"))
                .containsExactly("001");
        Clones.release(request(Byte.class, "embedded"));
        JdbcClient.create(ofTheClass.dataSource())
                .sql("DROP DATABASE " + madeAhead())
                .update();
    }

    @Test
    void leavesNothingBehindWhereARevisionFails() {
        DatabaseRequest failing =
                new DatabaseRequest(Float.class, "embedded", List.of("classpath:contract/wrong"), Map.of(), Set.of());
        Clone clone = Clones.of(failing);

        assertThatThrownBy(() -> clone.create(new Instar(clone.address().dataSource(), failing.settings())))
                .hasMessageContaining("'003'");

        assertThat(databases()).noneMatch(name -> name.endsWith("_draft"));
        Clones.release(failing);
    }

    @Test
    void tellsNobodyThePasswordThatTheUrlOfTheServerBrings() {
        TestServer server = TestServer.at(
                "jdbc:postgresql://localhost:1/postgres?user=ada&password=secret&ApplicationName=tests",
                "u",
                null,
                false);

        assertThat(server.database("some").toString())
                .isEqualTo("ClonedDatabase[jdbc:postgresql://localhost:1/some?ApplicationName=tests]");
        assertThat(server.database("some").username()).isEqualTo("ada");
        assertThat(server.database("some").password()).isEqualTo("secret");
        assertThat(TestServer.at("jdbc:postgresql://localhost/postgres?user=ada", "u", null, false)
                        .database("some")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://localhost:5432/some");
        assertThatThrownBy(() -> TestServer.at("jdbc:postgres://ada:secret@localhost/postgres", "u", null, false))
                .hasMessageStartingWith("'jdbc:postgres://...' is no JDBC URL of a PostgreSQL server.");
    }

    @Test
    void isDroppedAtOnceWhenTheJvmIsEndingAndNothingIsDoneLaterAnyMore() {
        ExecutorService ended = Clones.background();
        ended.shutdown();
        AtomicBoolean done = new AtomicBoolean();

        ended.execute(() -> done.set(true));

        assertThat(done).isTrue();
    }

    @Test
    void isOneForAllThatShareIt() {
        assertThat(DatabaseRequest.of(SharesFirst.class)).isEqualTo(DatabaseRequest.of(SharesSecond.class));
        assertThat(DatabaseRequest.of(Writes.class)).isNotEqualTo(DatabaseRequest.of(SharesFirst.class));
    }

    @Test
    void isThatOfTheNearestClassThatSaysSomething() {
        DatabaseRequest innermost =
                DatabaseRequest.of(Silent.Speaks.Innermost.class).orElseThrow();

        assertThat(innermost.locations()).containsExactly("classpath:elsewhere");
        assertThat(innermost).isEqualTo(DatabaseRequest.of(Silent.Speaks.class).orElseThrow());
        assertThat(innermost.owner()).isEqualTo(Silent.Speaks.class);
        assertThat(DatabaseRequest.of(Silent.class)).isEmpty();
    }

    @Test
    void isDroppedWhenItsClassIsDone() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(Writes.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));

        awaitDropOf(Writes.name);
        assertThat(databases()).contains(ofTheClass.name());
    }

    private static Instar instar(Clone clone) {
        return new Instar(
                clone.address().dataSource(), request(String.class, "embedded").settings());
    }

    private static DatabaseRequest request(Class<?> owner, String server) {
        return new DatabaseRequest(owner, server, List.of("classpath:db/migration"), Map.of(), Set.of());
    }

    private List<String> templates() {
        return databases().stream()
                .filter(name -> name.startsWith("instar_template_"))
                .sorted()
                .toList();
    }

    private List<String> databases() {
        return column(ofTheClass.dataSource(), "SELECT datname FROM pg_database");
    }

    private static List<String> column(DataSource dataSource, String sql) {
        return JdbcClient.create(dataSource).sql(sql).query(String.class).list();
    }

    @MigratedDatabase
    static class Writes {

        static String name = "";

        @Test
        void something(ClonedDatabase database) {
            name = database.name();
            JdbcClient.create(database.dataSource())
                    .sql("INSERT INTO customer (name) VALUES ('Grace')")
                    .update();
        }
    }

    static class Silent {

        @Nested
        @MigratedDatabase(locations = "classpath:elsewhere")
        class Speaks {

            @Nested
            class Innermost {}
        }
    }

    @MigratedDatabase(shared = true)
    static class SharesFirst {}

    @MigratedDatabase(shared = true)
    static class SharesSecond {}
}
