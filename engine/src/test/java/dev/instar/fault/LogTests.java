package dev.instar.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.instar.plan.Step;
import dev.instar.revision.expression.Target;
import dev.instar.run.Run;
import dev.instar.run.RunListener;
import dev.instar.run.StepFailedException;
import dev.instar.run.StepReport;
import dev.instar.run.Trigger;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a run says in the log of the steps that it makes. */
class LogTests {

    private static final Pattern TOGETHER = Pattern.compile("\\w+ (\\d+) revisions, \\d+ to \\d+, in \\d+ ms\\.");

    @TempDir
    Path folder;

    private final Said said = new Said();

    @BeforeEach
    void listen() {
        said.start();
        logger().addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        logger().detachAppender(said);
    }

    @Test
    void aRunOfAHundredSaysEachStep() {
        scene(100).upgrade();
        assertThat(said.lines("Applied "))
                .hasSize(100)
                .allSatisfy(line -> assertThat(line).matches("Applied \\d+ 'Made' in \\d+ ms\\."));
    }

    @Test
    void aLongerOneSaysOnceASecondWhatItMadeAndAtOnceWhatTookLong() {
        Scene scene = scene(120)
                .ungrouped()
                .revision("060_slow.sql", "SELECT pg_sleep(1);\n-- @downgrade\nSELECT 1;")
                .revision("110_bad.sql", "SELECT nothing;");
        assertThatThrownBy(scene::upgrade).isInstanceOf(StepFailedException.class);
        List<String> lines = said.lines("Applied ");
        assertThat(counted(lines)).isEqualTo(109);
        assertThat(lines).hasSizeLessThan(20).anyMatch(line -> line.contains(" revisions, 001 to "));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("Applied 060 'Slow' in "))
                .hasSize(1);

        scene.instar().downgrade(Target.BASE, Trigger.COMMAND);
        assertThat(counted(said.lines("Undid "))).isEqualTo(109);
    }

    @Test
    void nobodyWaitsForTheNextStepToHearOfThoseBefore() {
        scene(120).ungrouped().upgrade(new RunListener() {
            private int made;

            @Override
            public void stepFinished(Run run, StepReport report) {
                made++;
            }

            @Override
            public void stepStarted(Run run, Step step) {
                if (made == 50) {
                    Scene.await(() -> counted(said.lines("Applied ")) == 50, "all fifty are in the log");
                }
            }
        });
    }

    private static int counted(List<String> lines) {
        int steps = 0;
        for (String line : lines) {
            Matcher together = TOGETHER.matcher(line);
            steps += together.matches() ? Integer.parseInt(together.group(1)) : 1;
        }
        return steps;
    }

    private Scene scene(int revisions) {
        Scene scene = new Scene(folder);
        for (int number = 1; number <= revisions; number++) {
            String name = number == 60 && revisions > 100 ? "slow" : number == 110 ? "bad" : "made";
            scene.revision("%03d_%s.sql".formatted(number, name), "SELECT 1;\n-- @downgrade\nSELECT 1;");
        }
        return scene;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("dev.instar");
    }

    private static final class Said extends AppenderBase<ILoggingEvent> {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }

        List<String> lines(String beginning) {
            return lines.stream().filter(line -> line.startsWith(beginning)).toList();
        }
    }
}
