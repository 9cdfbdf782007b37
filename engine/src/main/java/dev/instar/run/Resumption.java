package dev.instar.run;

import dev.instar.history.Trail;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.StatementKind;
import org.springframework.dao.DataAccessException;

/** Takes up a step that is half done: makes sure that it is still the same, and puts the session where it was. */
final class Resumption {

    private final StepContext step;

    Resumption(StepContext step) {
        this.step = step;
    }

    /** Refuses a file that was edited where it has taken effect. */
    void check(Trail trail) {
        if (trail.done() > 0
                && !String.valueOf(trail.digest()).equals(step.outline().digest(trail.done()))) {
            throw FileChangedException.before(step, trail.done());
        }
        Trail.Begun begun = trail.begun();
        if (begun != null && !begun.digest().equals(step.outline().digest(begun.number()))) {
            throw FileChangedException.at(step, begun.number(), begun.text(), textOf(begun.number()));
        }
        if (trail.done() > 0) {
            step.listener().stepResumed(step.run(), step.step(), trail.done());
            repeatSettings(trail.done());
        }
    }

    private String textOf(int wanted) {
        StringBuilder text = new StringBuilder();
        int[] number = {0};
        step.outline().forEach(statement -> {
            if (++number[0] == wanted) {
                text.append(Excerpt.withoutSecrets(statement.written()));
            }
        });
        return text.isEmpty() ? "(nothing)" : text.toString();
    }

    /** What the done statements had set for their session is not set for this one. */
    private void repeatSettings(int done) {
        int[] number = {0};
        step.outline().forEach(statement -> {
            if (++number[0] <= done && isSetting(statement)) {
                repeat(statement);
            }
        });
    }

    private void repeat(ScriptStatement statement) {
        try {
            step.session().execute(statement.text());
        } catch (DataAccessException refused) {
            throw new StatementRunner(step)
                    .failureBefore(
                            statement,
                            refused,
                            "It had taken effect, and was repeated because the run goes on in another session.");
        }
    }

    static boolean isSetting(ScriptStatement statement) {
        return statement.kind() == StatementKind.SETTING
                || statement.kind() == StatementKind.QUERY && statement.text().contains("set_config");
    }
}
