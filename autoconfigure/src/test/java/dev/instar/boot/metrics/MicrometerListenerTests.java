package dev.instar.boot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.plan.Plan;
import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import dev.instar.revision.GraphText;
import dev.instar.run.Outcome;
import dev.instar.run.Run;
import dev.instar.run.RunReport;
import dev.instar.run.StepReport;
import dev.instar.run.Trigger;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class MicrometerListenerTests {

    private static final Step ONE = step("one");
    private static final Step TWO = step("two <- one");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final Run run = Run.begin(Trigger.COMMAND, "test", null);
    private final MicrometerListener listener = new MicrometerListener("db", metrics());

    @AfterEach
    void nothingIsActiveOrCurrent() {
        assertThat(meters.getMeters().stream().filter(LongTaskTimer.class::isInstance))
                .isNotEmpty()
                .allSatisfy(active -> assertThat(((LongTaskTimer) active).activeTasks())
                        .as(active.getId().toString())
                        .isZero());
        assertThat(observations.getCurrentObservation()).isNull();
    }

    @Test
    void aStepThatBeginsAgainAfterALostConnectionHasFailedOnce() {
        start(ONE);
        listener.connectionLost(run, "somewhere");
        listener.stepStarted(run, ONE);
        finish(ONE);
        end(Outcome.SUCCESS);

        assertThat(ended()).containsExactlyInAnyOrder("1 revision failure", "1 revision success", "1 run success");
    }

    @Test
    void aStepThatWasCommittedBeforeTheConnectionWasLostHasSucceeded() {
        start(ONE);
        listener.connectionLost(run, "somewhere");
        finish(ONE);
        listener.stepStarted(run, TWO);
        finish(TWO);
        end(Outcome.SUCCESS);

        assertThat(ended()).containsExactlyInAnyOrder("2 revision success", "1 run success");
    }

    @Test
    void aStepThatNobodySawBeginTakesAsLongAsItIsSaidToHaveTaken() {
        start(ONE);
        finish(ONE);
        listener.connectionLost(run, "somewhere");
        listener.stepFinished(run, new StepReport(TWO, Duration.ofHours(1)));
        end(Outcome.SUCCESS);

        assertThat(ended()).containsExactlyInAnyOrder("2 revision success", "1 run success");
        assertThat(meters.get("instar.revision").timer().max(TimeUnit.MINUTES)).isEqualTo(60);
    }

    @Test
    void aStepInTheMiddleOfWhichTheRunFailsHasFailed() {
        start(ONE);
        end(Outcome.FAILURE);

        assertThat(ended()).containsExactlyInAnyOrder("1 revision failure", "1 run failure");
    }

    @Test
    void aStepInTheMiddleOfWhichTheRunStopsHasStopped() {
        start(ONE);
        end(Outcome.STOPPED);

        assertThat(ended()).containsExactlyInAnyOrder("1 revision stopped", "1 run stopped");
    }

    @Test
    void stepsOfOneTransactionSucceedWhenItIsCommitted() {
        start(ONE);
        listener.stepStarted(run, TWO);
        assertThat(ended()).isEmpty();
        finish(ONE);
        finish(TWO);
        end(Outcome.SUCCESS);

        assertThat(ended()).containsExactlyInAnyOrder("2 revision success", "1 run success");
    }

    @Test
    void noStepOfOneTransactionIsPartOfAnother() {
        start(ONE);
        listener.stepStarted(run, TWO);

        assertThat(observations.getCurrentObservation().getContextView().getParentObservation())
                .extracting(parent -> parent.getContextView().getName())
                .isEqualTo("instar.run");
        end(Outcome.STOPPED);
    }

    @Test
    void allStepsOfOneTransactionFailWithEachAttemptAtIt() {
        start(ONE);
        listener.stepStarted(run, TWO);
        listener.stepStarted(run, ONE);
        listener.stepStarted(run, TWO);
        finish(ONE);
        finish(TWO);
        end(Outcome.SUCCESS);

        assertThat(ended()).containsExactlyInAnyOrder("2 revision failure", "2 revision success", "1 run success");
    }

    private void start(Step step) {
        listener.runStarted(run, new Plan(List.of(ONE, TWO)));
        listener.stepStarted(run, step);
    }

    private void finish(Step step) {
        listener.stepFinished(run, new StepReport(step, Duration.ofMillis(1)));
    }

    private void end(Outcome outcome) {
        listener.runFinished(new RunReport(run, outcome, List.of(), Duration.ofMillis(1), null));
    }

    private Stream<String> ended() {
        return meters.getMeters().stream()
                .filter(meter -> meter instanceof Timer timer && timer.count() > 0)
                .map(meter -> "%d %s %s"
                        .formatted(
                                ((Timer) meter).count(),
                                meter.getId().getName().replace("instar.", ""),
                                meter.getId().getTag("outcome")));
    }

    private RunMetrics metrics() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("observations", observations);
        RunMetrics metrics = new RunMetrics(new ReadyRegistry(beans), Stream::empty);
        metrics.bindTo(meters);
        return metrics;
    }

    private static Step step(String text) {
        return new Step(GraphText.revision(text, 1), Direction.UPGRADE);
    }
}
