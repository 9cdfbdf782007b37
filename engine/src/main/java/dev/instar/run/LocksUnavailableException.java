package dev.instar.run;

import dev.instar.database.Blocker;
import dev.instar.revision.Origin;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Others held what a step needs for as long as the step was allowed to wait. */
public final class LocksUnavailableException extends StepFailedException {

    private final transient List<Blocker> blockers;

    private LocksUnavailableException(StepContext step, String summary, String description, StepFailure failure) {
        super(
                step,
                summary,
                description,
                "Let those sessions end their transactions, or raise 'instar.lock-budget', and start again.",
                failure.cause());
        this.blockers = failure.blockage().blockers();
    }

    static LocksUnavailableException of(StepContext step, StepFailure failure, int attempts, Duration spent) {
        CurrentStatement statement = failure.statement();
        Origin place = statement == null ? failure.place() : statement.place();
        String opening = "%s did not get its locks at %s within %s and %d attempt%s"
                .formatted(step.aftermath().subject(), place, seconds(spent), attempts, attempts == 1 ? "" : "s");
        List<Blocker> blockers = failure.blockage().blockers();
        return new LocksUnavailableException(
                step,
                opening + in(blockers.stream().map(Blocker::withoutQuery).toList()),
                "%s%s\n%s"
                        .formatted(
                                opening,
                                in(blockers.stream().map(Blocker::toString).toList()),
                                step.aftermath().state()),
                failure);
    }

    private static String in(List<String> blockers) {
        return blockers.isEmpty()
                ? "; who held them could not be seen."
                : "; in its way: " + blockers.stream().collect(Collectors.joining("; ")) + ".";
    }

    private static String seconds(Duration duration) {
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }

    /** Those who held the locks when that was last seen; empty when it could not be seen. */
    public List<Blocker> blockers() {
        return blockers;
    }
}
