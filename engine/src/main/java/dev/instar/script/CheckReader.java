package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;
import dev.instar.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what must be true before and after the upgrade, each with the one query that finds out. */
final class CheckReader {

    private final String file;
    private final Problems problems;
    private final List<Check> required = new ArrayList<>();
    private final List<Check> ensured = new ArrayList<>();
    private @Nullable Directive open;
    private boolean hasQuery;

    CheckReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void begin(Directive check) {
        open = check;
        hasQuery = false;
    }

    void read(DirectiveName section, ScriptStatement statement) {
        if (open == null) {
            return;
        }
        Origin origin = statement.origin();
        if (hasQuery) {
            problems.add(
                    "'-- @%s' has more than one statement".formatted(open.name()),
                    origin,
                    "It wants one query; begin the upgrade below it with '%s'.".formatted(DirectiveName.UPGRADE));
        } else if (statement.kind() != StatementKind.QUERY) {
            problems.add(
                    "'-- @%s' wants a query, and this is none".formatted(open.name()),
                    origin,
                    "Write one SELECT that returns true; begin the upgrade below it with '%s'."
                            .formatted(DirectiveName.UPGRADE));
        } else {
            (section == DirectiveName.REQUIRE ? required : ensured)
                    .add(new Check(open.argument(), statement, place(open)));
        }
        if (!statement.options().equals(StatementOptions.NONE)) {
            problems.add(
                    "The query of '-- @%s' has a directive of its own".formatted(open.name()),
                    origin,
                    "Take it out: directives are for the statements of the upgrade and the downgrade.");
        }
        hasQuery = true;
    }

    void end() {
        if (open != null && !hasQuery) {
            problems.add(
                    "'-- @%s' has no query".formatted(open.name()),
                    place(open),
                    "Write one SELECT below it that returns true.");
        }
        open = null;
    }

    List<Check> required() {
        return List.copyOf(required);
    }

    List<Check> ensured() {
        return List.copyOf(ensured);
    }

    private Origin place(Directive directive) {
        return new Origin(file, directive.position().line());
    }
}
