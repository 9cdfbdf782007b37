package dev.instar.run;

import dev.instar.database.FailureKind;
import dev.instar.history.HistoryChangedException;
import dev.instar.revision.RevisionId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Makes several steps in one transaction. When that fails for whatever reason, nothing of it is left, and the steps have
 * to be made one by one: only then it is known whose failure it is, and whether it is one.
 */
final class Group implements RunListener {

    private static final Logger log = LoggerFactory.getLogger(Group.class);

    private final RunContext context;
    private final List<StepContext> steps;
    private final StepContext first;
    private final StepContext last;
    private final Map<RevisionId, Bookkeeping> books = new HashMap<>();

    Group(RunContext context, List<StepContext> steps) {
        this.context = context;
        this.steps = steps;
        this.first = steps.get(0);
        this.last = steps.get(steps.size() - 1);
    }

    /** Makes the steps; no reports when nothing of them is left. */
    List<StepReport> make() {
        context.limitAsSet();
        first.books().begun();
        context.announced(first.step());
        Stopwatch stopwatch = new Stopwatch();
        try {
            context.locked().session().inTransaction(this::perform);
        } catch (DataAccessException refused) {
            if (first.database().kindOf(refused) == FailureKind.CONNECTION_LOST) {
                throw refused;
            }
            Discretion discretion = new Discretion();
            steps.forEach(step -> step.outline().forEach(discretion::sent));
            return nothing(discretion.about(refused, first.database().describe(refused)));
        } catch (RefusedTogetherException | FailedException | HistoryChangedException refused) {
            return nothing(refused);
        } finally {
            context.listener().locksReleased(context.run(), last.step(), stopwatch.elapsed());
        }
        last.books().closed();
        return steps.stream().map(step -> step.books().report()).toList();
    }

    private List<StepReport> nothing(RuntimeException refused) {
        log.debug("Making {} steps from {} on again, one by one.", steps.size(), first.step(), refused);
        return List.of();
    }

    private void perform() {
        Convoy convoy = new Convoy(context, this, context.settings().lockTimeout());
        for (StepContext step : steps) {
            step.books().took(Duration.ZERO);
            books.put(step.step().revision().id(), step.books());
            step.outline().parts().forEach(part -> convoy.with(step, part));
        }
        convoy.send();
        Bookkeeping.doneLast(steps.stream().map(StepContext::books).toList());
    }

    /** Nobody else hears of a statement before it is known that it stays. */
    @Override
    public void statementFinished(Run run, CurrentStatement statement, Duration duration, Duration blocked) {
        Objects.requireNonNull(books.get(statement.step().revision().id())).took(duration);
    }
}
