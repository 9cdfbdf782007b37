package dev.instar.run;

import dev.instar.history.Trail;
import dev.instar.script.ScriptStatement;
import dev.instar.sql.ClauseReader;
import java.util.ArrayList;
import java.util.List;
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
            refuseLostTables(trail.done());
            step.listener().stepResumed(step.run(), step.step(), trail.done());
            repeatSettings(trail.done());
        }
    }

    private String textOf(int wanted) {
        StringBuilder text = new StringBuilder();
        step.outline()
                .forEach(
                        Part.transaction(wanted, wanted),
                        (statement, number) -> text.append(Excerpt.withoutSecrets(statement.written())));
        return text.isEmpty() ? "(nothing)" : text.toString();
    }

    /** What they had created for their session is not in this one, where its name may lead to something else. */
    private void refuseLostTables(int done) {
        List<String> lost = new ArrayList<>();
        step.outline().forEach(Part.transaction(1, step.outline().size()), (statement, number) -> {
            if (number <= done) {
                new Traits(statement).temporaryName().ifPresent(lost::add);
            } else if (new ClauseReader(statement.text()).mentions(lost)) {
                throw UnsettledException.forgotten(step, statement, lost);
            }
        });
    }

    /** What the done statements had set for their session is not set for this one. */
    private void repeatSettings(int done) {
        step.outline().forEach(Part.transaction(1, done), (statement, number) -> {
            if (new Traits(statement).isSetting()) {
                repeat(statement);
            }
        });
    }

    private void repeat(ScriptStatement statement) {
        try {
            step.session().execute(statement.text());
        } catch (DataAccessException refused) {
            throw step.context()
                    .refusals()
                    .before(
                            statement,
                            refused,
                            "It had taken effect, and was repeated because the run goes on in another session.");
        }
    }
}
