package dev.instar.boot.actuate;

import dev.instar.Status;
import dev.instar.boot.Look;
import dev.instar.boot.MigratedDatabase;
import dev.instar.boot.MigratedDatabases;
import dev.instar.history.RunRecord;
import dev.instar.plan.Step;
import dev.instar.revision.InstarException;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.run.Run;
import dev.instar.run.Trigger;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The endpoint where it can also be written, which moves a database: {@code POST} with {@code
 * {"operation":"upgrade|downgrade|stamp","target":"heads","dryRun":true,"database":"dataSource"}}. A dry run answers with
 * the plan. Otherwise the answer is 202, the run goes on by itself, and reading the endpoint shows where it is.
 */
final class WritableWebExtension extends MigrationsWebExtension {

    static final int ACCEPTED = 202;

    private final MigratedDatabases databases;
    private final Requests requests;

    WritableWebExtension(MigrationsEndpoint endpoint, MigratedDatabases databases, Requests requests) {
        super(endpoint);
        this.databases = databases;
        this.requests = requests;
    }

    /**
     * Whether somebody has switched it on for this endpoint. Boot alone would also take it from properties that are meant
     * for all endpoints, and on Cloud Foundry it shows every operation there is.
     */
    static boolean isWanted(Environment environment) {
        return Binder.get(environment)
                        .bind("management.endpoint.migrations.access", Access.class)
                        .orElse(Access.NONE)
                == Access.UNRESTRICTED;
    }

    /** Does what the request says, or says why not; all of it is text, so that what is wrong can be told in words. */
    @WriteOperation
    public WebEndpointResponse<?> write(
            SecurityContext caller,
            @Nullable String operation,
            @Nullable String target,
            @Nullable String database,
            @Nullable String dryRun) {
        try {
            return answer(WriteRequest.of(operation, target, database, dryRun, databases.all()), caller.getPrincipal());
        } catch (RefusedException refused) {
            return refused.answer();
        }
    }

    private WebEndpointResponse<?> answer(WriteRequest request, @Nullable Principal caller) {
        requests.refuseWhileBusy(request.database());
        List<Step> steps = plan(request);
        if (request.dryRun() || steps.isEmpty()) {
            return new WebEndpointResponse<>(answer(request, steps, null));
        }
        Run run = request.database().instar().newRun(Trigger.ENDPOINT, caller == null ? "anonymous" : caller.getName());
        return new WebEndpointResponse<>(answer(request, steps, requests.accept(request, run)), ACCEPTED);
    }

    private static List<Step> plan(WriteRequest request) {
        MigratedDatabase database = request.database();
        Status status = database.snapshot().lookAgain().status();
        if (status == null) {
            throw RefusedException.unreachable(Look.PROBLEM);
        }
        RunRecord running = status.running();
        if (running != null) {
            throw RefusedException.busy(new Refusal(
                    "A run of %s is under way since %s.".formatted(running.by(), running.startedAt()),
                    "Wait for run '%s' to end.".formatted(running.id()),
                    RunDescriptor.of(running)));
        }
        try {
            return request.operation().plan(database.instar(), request.target(), status.position());
        } catch (InvalidTargetException unknown) {
            throw RefusedException.invalid(unknown);
        } catch (InstarException inTheWay) {
            throw RefusedException.conflict(inTheWay);
        }
    }

    private static WriteAnswer answer(WriteRequest request, List<Step> steps, @Nullable RequestDescriptor going) {
        return new WriteAnswer(
                request.database().name(),
                request.operation().word(),
                request.target().toString(),
                request.dryRun(),
                steps.stream().map(WriteAnswer.PlannedStep::of).toList(),
                going);
    }
}
