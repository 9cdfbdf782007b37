package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contract holds for the revisions beside this test, and says what is wrong with others. */
@MigratedDatabase
class RevisionContractTests implements RevisionContract {

    private static final Path SHOWN = Path.of("..", "docs", "output", "downgrade.txt");

    @Test
    void namesWhatADowngradeLeavesBehind() throws IOException {
        assertThat(failures(Wrong.class))
                .first()
                .isEqualTo(Files.readString(SHOWN).strip());
    }

    @Test
    void namesAlsoWhatThereIsNoModelForAndNoOrderOfColumns() {
        assertThat(failures(Unmodelled.class))
                .containsExactly("The downgrade of '002' does not lead back: range type public.span: create.");
    }

    @Test
    void leavesNoDatabaseBehindWhereTheRevisionsCannotBeRead(ClonedDatabase database) throws Exception {
        List<String> before = databases(database);

        assertThat(failures(Unreadable.class)).isNotEmpty().allMatch(message -> message.contains("'-- @requre'"));

        assertThat(before).containsAll(databases(database));
    }

    private static List<String> databases(ClonedDatabase database) throws Exception {
        Clones.LATER.submit(() -> {}).get();
        return JdbcClient.create(database.dataSource())
                .sql("SELECT datname FROM pg_database")
                .query(String.class)
                .list();
    }

    @Test
    void goesOnBehindAWrongDowngradeButNotBehindABrokenUpgrade() {
        testsOf(Wrong.class)
                .assertStatistics(statistics ->
                        statistics.started(6).succeeded(3).failed(2).aborted(1));
    }

    @Test
    void keepsToTheOrderOfTheRevisionsWhereTestsRunInParallel() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .selectors(DiscoverySelectors.selectClass(Wrong.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics ->
                        statistics.started(6).succeeded(3).failed(2).aborted(1));
    }

    @Test
    void namesTheRevisionThatLacksADowngrade() {
        assertThat(failures(Silent.class))
                .containsExactly(
                        "No downgrade and no reason: '001' (contract/silent/001_customers.sql:1). Add a '-- @downgrade' section, or"
                                + " '-- @irreversible <reason>'.");
    }

    @Test
    void namesTheCommandThatJoinsTwoHeads() {
        assertThat(failures(Forked.class))
                .containsExactly("There are 2 heads. Join them with 'instar merge a000000a b000000b'.");
    }

    private static List<String> failures(Class<?> tests) {
        return testsOf(tests).failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage()
                        .replaceFirst(" ==> .*", ""))
                .toList();
    }

    private static Events testsOf(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(tests))
                .execute()
                .testEvents();
    }

    @MigratedDatabase(locations = "classpath:contract/wrong")
    static class Wrong implements RevisionContract {}

    @MigratedDatabase(locations = "classpath:contract/unmodelled")
    static class Unmodelled implements RevisionContract {}

    @MigratedDatabase(locations = "classpath:contract/unreadable")
    static class Unreadable implements RevisionContract {}

    @MigratedDatabase(locations = "classpath:contract/silent")
    static class Silent implements RevisionContract {}

    @MigratedDatabase(locations = "classpath:contract/forked")
    static class Forked implements RevisionContract {}
}
