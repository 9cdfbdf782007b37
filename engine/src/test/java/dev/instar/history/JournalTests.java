package dev.instar.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.instar.TestDatabase;
import dev.instar.database.Database;
import dev.instar.jdbc.Session;
import dev.instar.revision.Direction;
import dev.instar.revision.RevisionId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTests {

    private static final UUID RUN = UUID.randomUUID();
    private static final RevisionId REVISION = new RevisionId("7c1f0a2b");

    private final Session session = Session.open(TestDatabase.create().dataSource());
    private final Database database = Database.of(session);
    private final Journal journal = new Journal(database, TableNames.DEFAULT);

    @BeforeEach
    void writeSome() {
        new TableFormat(database, TableNames.DEFAULT, journal).ensure(session, RUN, "test");
        journal.append(session, entry(JournalEvent.STARTED).plan("startup", 2, "1.0"));
        journal.append(session, about(JournalEvent.INTENT));
        journal.append(session, about(JournalEvent.DONE).statement(1, "a".repeat(64)));
        journal.append(
                session, about(JournalEvent.INTENT).statement(2, "b".repeat(64)).text("VACUUM t"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void isIntactAsLongAsNobodyTouchesIt() {
        assertThat(journal.check(session)).isEqualTo(new JournalCheck(5, List.of()));
    }

    @Test
    void showsALineThatWasEdited() {
        session.update("UPDATE migration_journal SET by_whom = 'somebody else' WHERE id = 3");

        assertThat(journal.check(session).broken()).containsExactly(3L);
    }

    @Test
    void showsWhereALineWasTakenOut() {
        session.update("DELETE FROM migration_journal WHERE id = 3");

        assertThat(journal.check(session).broken()).containsExactly(4L);
    }

    @Test
    void knowsWhichStatementIsInDoubt() {
        Trail trail = journal.trail(session, new HalfDone(REVISION, Direction.UPGRADE));

        assertThat(trail.done()).isEqualTo(1);
        assertThat(trail.begun()).isEqualTo(new Trail.Begun(2, "b".repeat(64), "VACUUM t", ""));
    }

    @Test
    void forgetsADoubtOnceTheRevisionIsSettled() {
        journal.append(session, about(JournalEvent.APPLIED));
        journal.append(session, entry(JournalEvent.FINISHED));

        assertThat(journal.trail(session, new HalfDone(REVISION, Direction.UPGRADE)))
                .isEqualTo(Trail.NONE);
        assertThat(journal.runs(session, 10)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(run.trigger()).isEqualTo("startup");
            assertThat(run.planned()).isEqualTo(2);
            assertThat(run.steps()).extracting(RunRecord.StepRecord::revision).containsExactly(REVISION);
        });
    }

    @Test
    void tellsWhichRevisionARunIsAt() {
        assertThat(journal.runs(session, 10)).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.BEGUN);
            assertThat(run.current()).isEqualTo(REVISION);
        });
    }

    @Test
    void bringsOlderTablesToTheNewestShapeOnceAndKeepsTheChainWhole() {
        TableFormat newer = new TableFormat(
                database,
                TableNames.DEFAULT,
                journal,
                List.of(tables -> Stream.of("ALTER TABLE " + tables.journal() + " ADD COLUMN planet text")));

        newer.ensure(session, RUN, "test");
        newer.ensure(session, RUN, "test");

        assertThat(journal.format(session)).isEqualTo(2);
        assertThat(journal.check(session)).isEqualTo(new JournalCheck(6, List.of()));
    }

    @Test
    void leavesOlderTablesAsTheyWereWhenTheirNewShapeIsRefused() {
        TableFormat newer = new TableFormat(
                database,
                TableNames.DEFAULT,
                journal,
                List.of(
                        tables -> Stream.of("ALTER TABLE " + tables.history() + " ADD COLUMN planet text"),
                        tables -> Stream.of("ALTER TABLE " + tables.history() + " DROP COLUMN moon")));

        assertThatThrownBy(() -> newer.ensure(session, RUN, "test")).hasStackTraceContaining("moon");

        assertThat(journal.format(session)).isEqualTo(1);
        assertThatThrownBy(() -> session.execute("SELECT planet FROM migration_history"))
                .hasStackTraceContaining("planet");
        new TableFormat(database, TableNames.DEFAULT, journal).ensure(session, RUN, "test");
    }

    @Test
    void refusesTablesThatANewerVersionHasChanged() {
        journal.append(session, entry(JournalEvent.FORMAT).format(7));

        assertThatThrownBy(() -> new TableFormat(database, TableNames.DEFAULT, journal).ensure(session, RUN, "test"))
                .isInstanceOf(NewerTablesException.class)
                .hasMessage("The tables migration_history and migration_journal have format 7, and this version of"
                        + " Instar knows formats up to 1. Migrate with the newer version that changed them.");
    }

    private static JournalEntry entry(JournalEvent event) {
        return JournalEntry.of(event, RUN, "test");
    }

    private static JournalEntry about(JournalEvent event) {
        return entry(event).about(REVISION, Direction.UPGRADE);
    }
}
