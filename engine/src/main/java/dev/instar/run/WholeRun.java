package dev.instar.run;

import dev.instar.jdbc.Session;
import dev.instar.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Makes all steps of a run in one transaction: either all of them have taken effect when it ends, or none. */
final class WholeRun {

    private final RunContext context;
    private final Preparation preparation;
    private List<StepReport> made = List.of();
    private @Nullable StepContext current;

    WholeRun(RunContext context, Preparation preparation) {
        this.context = context;
        this.preparation = preparation;
    }

    /** Makes the steps, again from the first one when one of them did not get its locks. */
    List<StepReport> make(List<Step> steps) {
        try {
            context.limitAsSet();
            new LockPatience(context, this::current, false).repeat(blockedAtMost -> attempt(steps, blockedAtMost));
        } catch (FailedException failed) {
            throw noted(StepFailedException.refused(current(), failed.failure()));
        } catch (StepFailedException failed) {
            throw noted(failed);
        }
        return made;
    }

    private void attempt(List<Step> steps, Duration blockedAtMost) {
        Session session = context.locked().session();
        List<StepReport> reports = new ArrayList<>();
        Stopwatch stopwatch = new Stopwatch();
        try {
            session.inTransaction(() -> {
                for (Step step : steps) {
                    context.stop().check();
                    current = preparation.now(step, null, List.of());
                    reports.add(StepRunner.within(current, blockedAtMost).run());
                }
            });
        } catch (DataAccessException refused) {
            throw current == null ? refused : context.refusals().atCommit(current, refused);
        } catch (FailedException failed) {
            throw JavaRunner.judged(current(), failed);
        } finally {
            if (current != null) {
                context.listener().locksReleased(context.run(), current.step(), stopwatch.elapsed());
            }
        }
        made = reports;
    }

    private StepContext current() {
        if (current == null) {
            throw new IllegalStateException("No step has begun");
        }
        return current;
    }

    private StepFailedException noted(StepFailedException failure) {
        return failure.noting(() -> current().books().failed(failure.summary()));
    }
}
