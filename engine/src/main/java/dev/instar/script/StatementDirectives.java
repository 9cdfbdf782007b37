package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the directives above a statement until the statement comes. */
final class StatementDirectives {

    private final String file;
    private final Problems problems;
    private final List<Directive> waiting = new ArrayList<>();
    private final List<StatementOptions.Allowance> allowed = new ArrayList<>();
    private boolean noTransaction;
    private @Nullable Duration timeout;

    StatementDirectives(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void read(DirectiveName name, Directive directive) {
        waiting.add(directive);
        if (name == DirectiveName.TIMEOUT) {
            readTimeout(directive);
        } else if (name == DirectiveName.ALLOW) {
            readAllowance(directive);
        } else {
            readNoTransaction(directive);
        }
    }

    /** What was asked for the statement that comes now. */
    StatementOptions take() {
        if (waiting.isEmpty()) {
            return StatementOptions.NONE;
        }
        StatementOptions options = new StatementOptions(noTransaction, timeout, allowed);
        clear();
        return options;
    }

    /** Reports what waits for a statement where none can come any more. */
    void refuseWaiting() {
        for (Directive directive : waiting) {
            problems.add(
                    "No statement follows '-- @%s'".formatted(directive.name()),
                    origin(directive),
                    "Put it right above the statement it is for.");
        }
        clear();
    }

    private void clear() {
        waiting.clear();
        allowed.clear();
        noTransaction = false;
        timeout = null;
    }

    private void readNoTransaction(Directive directive) {
        if (!directive.argument().isEmpty()) {
            problems.add(
                    "'-- @no-transaction' is followed by '%s'".formatted(directive.argument()),
                    origin(directive),
                    "Write it alone on its line; comments go on a line of their own.");
        }
        refuseSecond(noTransaction, directive);
        noTransaction = true;
    }

    private void readTimeout(Directive directive) {
        refuseSecond(timeout != null, directive);
        timeout = TimeText.parse(directive.argument());
        if (timeout == null) {
            problems.add(
                    "'%s' is not a time".formatted(directive.argument()),
                    origin(directive),
                    "Write a number and its unit, as in '-- @timeout 30s'; units are ms, s, m and h, and 596h is the most.");
        }
    }

    private void readAllowance(Directive directive) {
        String[] words = directive.argument().split("\\s+", 2);
        if (words.length < 2) {
            problems.add(
                    "'-- @allow' wants a hazard and a reason",
                    origin(directive),
                    "Write both, as in '-- @allow drops-column nobody has read it since version 3'.");
        } else {
            allowed.add(new StatementOptions.Allowance(words[0], words[1]));
        }
    }

    private void refuseSecond(boolean isSecond, Directive directive) {
        if (isSecond) {
            problems.add(
                    "'-- @%s' stands twice above one statement".formatted(directive.name()),
                    origin(directive),
                    "Keep one of the lines.");
        }
    }

    private Origin origin(Directive directive) {
        return new Origin(file, directive.position().line());
    }
}
