package dev.instar.run;

import dev.instar.script.Check;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.IncorrectResultSetColumnCountException;
import org.springframework.jdbc.core.SingleColumnRowMapper;

/** Asks the database whether what must be true is true. */
final class CheckRunner {

    private final StepContext step;
    private final Duration blockedAtMost;

    CheckRunner(StepContext step, Duration blockedAtMost) {
        this.step = step;
        this.blockedAtMost = blockedAtMost;
    }

    void before(List<Check> checks) {
        for (Check check : checks) {
            step.context().at(new CurrentStatement(step.step(), 1, check.origin()));
            ask(check, "before");
        }
    }

    void after(List<Check> checks) {
        checks.forEach(check -> ask(check, "after"));
    }

    private void ask(Check check, String moment) {
        step.context().blocking().begin(blockedAtMost);
        String answer = answer(check);
        step.context().blocking().end();
        if (!answer.equals("'t'") && !answer.equals("'true'")) {
            throw new FailedException(new CheckFailure(check, moment, answer, new IllegalStateException(check.text())));
        }
    }

    private String answer(Check check) {
        try {
            List<@Nullable String> rows =
                    step.session().ask(check.query().text(), new SingleColumnRowMapper<>(String.class), 2);
            return rows.size() == 1 ? "'%s'".formatted(rows.get(0)) : (rows.isEmpty() ? "no row" : "more than one row");
        } catch (IncorrectResultSetColumnCountException several) {
            return several.getActualCount() + " columns";
        } catch (DataAccessException refused) {
            throw step.context().refusals().of(check, refused);
        }
    }
}
