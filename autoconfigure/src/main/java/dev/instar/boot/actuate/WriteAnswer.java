package dev.instar.boot.actuate;

import dev.instar.plan.Step;
import dev.instar.revision.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint answers to a request that makes sense.
 *
 * @param steps what has to be done; nothing when the database is there already
 * @param request what is going on now because of it; nothing after a dry run, and where nothing has to be done
 */
public record WriteAnswer(
        String database,
        String operation,
        String target,
        boolean dryRun,
        List<PlannedStep> steps,
        @Nullable RequestDescriptor request)
        implements OperationResponseBody {

    /** One revision in one direction; a stamp writes down what the others run. */
    public record PlannedStep(String revision, String message, String direction, String file) {

        static PlannedStep of(Step step) {
            return new PlannedStep(
                    step.revision().id().value(),
                    step.revision().message(),
                    step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade",
                    step.revision().origin().file());
        }
    }
}
