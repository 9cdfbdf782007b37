package dev.instar.boot;

import dev.instar.Instar;
import dev.instar.Status;
import dev.instar.revision.InstarException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a database stood a moment ago. Endpoint, health and gauges share it, so that however often they are asked, the
 * database is asked at most once in each interval, and by a thread of its own: whoever wants to know waits only so long
 * for it, and is told after that that the database gives no answer.
 */
public final class StatusSnapshot {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    private final String database;
    private final Instar instar;
    private final Duration interval;
    private final Duration patience;
    private final AtomicBoolean troubled = new AtomicBoolean();
    private volatile List<StatusSnapshot> others = List.of();
    private volatile @Nullable Taken last;
    private @Nullable Asking asking;

    /**
     * Creates a snapshot; nothing is asked yet.
     *
     * @param interval how old an answer may be before the database is asked again
     * @param patience how long to wait for that
     */
    public StatusSnapshot(String database, Instar instar, Duration interval, Duration patience) {
        this.database = database;
        this.instar = instar;
        this.interval = interval;
        this.patience = patience;
    }

    /** Lets the others be asked when this one is, so that who looks at one after the other waits for all at once. */
    void standBeside(List<StatusSnapshot> snapshots) {
        others = snapshots.stream().filter(snapshot -> snapshot != this).toList();
    }

    /** How the database stands, or stood no longer ago than the interval and the patience. */
    public Look look() {
        Taken known = last;
        return known != null && known.isYounger(interval) ? known.look() : ask(interval.plus(patience));
    }

    /** How the database stands now. */
    public Look lookAgain() {
        return ask(Duration.ZERO);
    }

    private Look ask(Duration youngEnough) {
        Asking mine = new Asking();
        Asking current = underWay(mine, patience);
        if (current == mine) {
            others.forEach(StatusSnapshot::askAhead);
        }
        Taken known = last;
        // Nobody queues behind somebody else while what is known is good enough.
        if (current != mine && known != null && known.isYounger(youngEnough)) {
            return known.look();
        }
        Look answer = current.await(patience);
        if (answer == null) {
            complain("It gave no answer within %d ms.".formatted(patience.toMillis()), null);
            return Look.failed(known == null ? null : known.look());
        }
        return answer;
    }

    /** Asks, unless what is known will still be good enough when the wait for another database is over. */
    private void askAhead() {
        Taken known = last;
        boolean isAnswerKept = !interval.isZero();
        if (isAnswerKept && (known == null || !known.isYounger(interval.minus(patience)))) {
            underWay(new Asking(), Duration.ZERO);
        }
    }

    private synchronized Asking underWay(Asking mine, Duration grace) {
        Asking current = asking;
        if (current != null && !current.isOver(grace)) {
            return current;
        }
        asking = mine;
        mine.begin("instar-look-" + database, this::find);
        return mine;
    }

    private Look find() {
        Taken before = last;
        Look look = tell(before == null ? null : before.look());
        last = new Taken(look, System.nanoTime());
        return look;
    }

    private Look tell(@Nullable Look before) {
        try {
            Status status = instar.status(patience);
            // A target that makes no sense shall fail here, and not at everybody who asks for the state.
            status.expected();
            if (troubled.getAndSet(false)) {
                log.info("The database '{}' can be asked again.", database);
            }
            return Look.at(status);
        } catch (InstarException known) {
            complain(known.getMessage(), null);
        } catch (RuntimeException unknown) {
            complain("", unknown);
        }
        return Look.failed(before);
    }

    /** Once, until it is all right again. */
    private void complain(@Nullable String sentence, @Nullable RuntimeException failure) {
        if (!troubled.getAndSet(true)) {
            log.warn("The database '{}' cannot be asked how it stands. {}", database, sentence, failure);
        }
    }

    private record Taken(Look look, long at) {

        boolean isYounger(Duration age) {
            return System.nanoTime() - at < age.toNanos();
        }
    }
}
