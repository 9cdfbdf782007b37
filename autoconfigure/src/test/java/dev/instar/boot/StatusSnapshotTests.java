package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.history.RunRecord;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class StatusSnapshotTests {

    @TempDir
    Path folder;

    private final AtomicInteger connections = new AtomicInteger();
    private final DelegatingDataSource dataSource =
            new DelegatingDataSource(TestDatabase.create().dataSource()) {
                @Override
                public Connection getConnection() throws SQLException {
                    connections.incrementAndGet();
                    return super.getConnection();
                }
            };

    @Test
    void asksOnceHoweverOftenItIsAsked() {
        StatusSnapshot snapshot = new StatusSnapshot("db", instar(), Duration.ofHours(1), Duration.ofMinutes(1));

        IntStream.range(0, 1000).parallel().forEach(time -> snapshot.look());

        assertThat(connections).hasValue(1);
    }

    @Test
    void asksAgainWhenTheAnswerIsOld() {
        RevisionFolder.withTwoRevisions(folder);
        Instar instar = instar();
        StatusSnapshot snapshot = new StatusSnapshot("db", instar, Duration.ZERO, Duration.ofMinutes(1));

        assertThat(snapshot.look().state()).isEqualTo(State.PENDING.name());
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        assertThat(snapshot.look().state()).isEqualTo(State.UP_TO_DATE.name());
    }

    @Test
    void saysOnceThatTheDatabaseIsGoneAndOnceThatItIsBack(CapturedOutput output) {
        StatusSnapshot snapshot = new StatusSnapshot("db", instar(), Duration.ZERO, Duration.ofMinutes(1));
        DataSource there = dataSource.getTargetDataSource();

        dataSource.setTargetDataSource(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none"));
        assertThat(snapshot.look().state()).isEqualTo(Look.UNREACHABLE);
        assertThat(snapshot.look().status()).isNull();
        dataSource.setTargetDataSource(there);
        assertThat(snapshot.look().state()).isEqualTo(State.UP_TO_DATE.name());
        snapshot.look();

        assertThat(output.getOut().lines().filter(line -> line.contains("'db'")))
                .satisfiesExactly(
                        gone -> assertThat(gone)
                                .contains(
                                        "The database 'db' cannot be asked how it stands. "
                                                + "The database 'none' at 'localhost:1' cannot be reached: Connection to localhost:1 refused."),
                        back -> assertThat(back).contains("The database 'db' can be asked again."));
        assertThat(output.getOut()).doesNotContain("\tat ");
    }

    @Test
    void waitsForNoAnswerLongerThanItHasPatienceAndIsBackWhenTheDatabaseIs(CapturedOutput output) throws Exception {
        CountDownLatch silence = new CountDownLatch(1);
        DataSource there = dataSource.getTargetDataSource();
        StatusSnapshot snapshot = new StatusSnapshot("db", instar(), Duration.ZERO, Duration.ofMillis(200));
        instar().upgrade(Target.HEADS, Trigger.COMMAND);

        dataSource.setTargetDataSource(new DelegatingDataSource(there) {
            @Override
            public Connection getConnection() throws SQLException {
                awaitEnd(silence);
                return super.getConnection();
            }
        });
        for (int call = 0; call < 100; call++) {
            assertThat(snapshot.look().state()).isEqualTo(Look.UNREACHABLE);
        }
        assertThat(connections).as("connections asked for").hasValueLessThan(5);
        dataSource.setTargetDataSource(there);
        silence.countDown();

        Awaitility.await().until(() -> snapshot.look().state().equals(State.UP_TO_DATE.name()));
        assertThat(output.getOut())
                .containsOnlyOnce("The database 'db' cannot be asked how it stands. It gave no answer within 200 ms.")
                .containsOnlyOnce("The database 'db' can be asked again.");
    }

    @Test
    void whoAsksForTheStateNowWaitsForAnAnswerThoughAnOlderOneIsKnown() throws Exception {
        RevisionFolder.withTwoRevisions(folder);
        StatusSnapshot snapshot = new StatusSnapshot("db", instar(), Duration.ofHours(1), Duration.ofMinutes(1));
        assertThat(snapshot.look().state()).isEqualTo(State.PENDING.name());
        instar().upgrade(Target.HEADS, Trigger.COMMAND);
        CountDownLatch silence = new CountDownLatch(1);
        DataSource there = dataSource.getTargetDataSource();
        dataSource.setTargetDataSource(new DelegatingDataSource(there) {
            @Override
            public Connection getConnection() throws SQLException {
                awaitEnd(silence);
                return super.getConnection();
            }
        });

        Thread first = new Thread(snapshot::lookAgain);
        first.start();
        awaitWaiting(first);
        List<String> answer = new CopyOnWriteArrayList<>();
        Thread second = new Thread(() -> answer.add(snapshot.lookAgain().state()));
        second.start();
        awaitWaiting(second);
        silence.countDown();
        first.join();
        second.join();

        assertThat(answer).containsExactly(State.UP_TO_DATE.name());
    }

    private static void awaitWaiting(Thread thread) {
        Awaitility.await()
                .until(() -> thread.getState() == Thread.State.TIMED_WAITING
                        || thread.getState() == Thread.State.TERMINATED);
    }

    @Test
    void remembersTheLastRunWhileTheDatabaseIsGone() {
        RevisionFolder.withTwoRevisions(folder);
        Instar instar = instar();
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        StatusSnapshot snapshot = new StatusSnapshot("db", instar, Duration.ZERO, Duration.ofMinutes(1));
        snapshot.look();

        dataSource.setTargetDataSource(new DriverManagerDataSource("jdbc:postgresql://localhost:1/none"));

        assertThat(snapshot.look().status()).isNull();
        assertThat(snapshot.look().lastRun()).extracting(RunRecord::planned).isEqualTo(2);
    }

    @Test
    void asksTheOthersWhileItWaitsForOne() {
        CountDownLatch together = new CountDownLatch(5);
        DataSource there = dataSource.getTargetDataSource();
        dataSource.setTargetDataSource(new DelegatingDataSource(there) {
            @Override
            public Connection getConnection() throws SQLException {
                together.countDown();
                awaitEnd(together);
                return super.getConnection();
            }
        });
        List<StatusSnapshot> all = sideBySide(5, Duration.ofHours(1));

        assertThat(all)
                .allSatisfy(snapshot -> assertThat(snapshot.look().state())
                        .as("answered once all are asked")
                        .isEqualTo(State.UP_TO_DATE.name()));
        assertThat(connections).hasValue(5);
    }

    @Test
    void asksNoOtherWhoseAnswerStaysYoungEnough() {
        List<StatusSnapshot> all = sideBySide(2, Duration.ofHours(1));
        all.get(0).look();
        awaitTheEndOfAllQuestions();

        all.get(0).lookAgain();

        awaitTheEndOfAllQuestions();
        assertThat(connections).hasValue(3);
    }

    @Test
    void asksTheOthersWhoseAnswersMayBecomeTooOldMeanwhile() {
        List<StatusSnapshot> all = sideBySide(2, Duration.ofSeconds(59));
        all.get(0).look();
        awaitTheEndOfAllQuestions();

        all.get(0).lookAgain();

        awaitTheEndOfAllQuestions();
        assertThat(connections).hasValue(4);
    }

    @Test
    void asksNoOtherWhenNoAnswerIsKept() {
        sideBySide(2, Duration.ZERO).get(0).look();

        awaitTheEndOfAllQuestions();
        assertThat(connections).hasValue(1);
    }

    private static void awaitTheEndOfAllQuestions() {
        Awaitility.await()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().matches("instar-look-db\\d")));
    }

    private List<StatusSnapshot> sideBySide(int count, Duration interval) {
        List<MigratedDatabase> databases = IntStream.range(0, count)
                .mapToObj(number -> {
                    Instar instar = instar();
                    String name = "db" + number;
                    return new MigratedDatabase(
                            name,
                            Mode.MIGRATE,
                            instar,
                            new StatusSnapshot(name, instar, interval, Duration.ofMinutes(1)));
                })
                .toList();
        return new MigratedDatabases(databases)
                .all().stream().map(MigratedDatabase::snapshot).toList();
    }

    private static void awaitEnd(CountDownLatch silence) {
        try {
            silence.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Instar instar() {
        return new Instar(dataSource, InstarSettings.DEFAULT.withLocations("file:" + folder));
    }
}
