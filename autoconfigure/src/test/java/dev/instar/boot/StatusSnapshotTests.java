package dev.instar.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.InstarSettings;
import dev.instar.State;
import dev.instar.TestDatabase;
import dev.instar.revision.expression.Target;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
        StatusSnapshot snapshot = new StatusSnapshot("db", instar(), Duration.ofHours(1));

        IntStream.range(0, 1000).parallel().forEach(time -> snapshot.look());

        assertThat(connections).hasValue(1);
    }

    @Test
    void asksAgainWhenTheAnswerIsOld() {
        RevisionFolder.withTwoRevisions(folder);
        Instar instar = instar();
        StatusSnapshot snapshot = new StatusSnapshot("db", instar, Duration.ZERO);

        assertThat(snapshot.look().state()).isEqualTo(State.PENDING.name());
        instar.upgrade(Target.HEADS, Trigger.COMMAND);
        assertThat(snapshot.look().state()).isEqualTo(State.UP_TO_DATE.name());
    }

    @Test
    void saysOnceThatTheDatabaseIsGoneAndOnceThatItIsBack(CapturedOutput output) {
        StatusSnapshot snapshot = new StatusSnapshot("db", instar(), Duration.ZERO);
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

    private Instar instar() {
        return new Instar(dataSource, InstarSettings.DEFAULT.withLocations("file:" + folder));
    }
}
