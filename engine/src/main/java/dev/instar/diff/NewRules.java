package dev.instar.diff;

import dev.instar.schema.Constraint.Check;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.SchemaObject;
import java.util.List;

/** What the rows of a table must be like for a new constraint on it. */
final class NewRules {

    private NewRules() {}

    static List<Requirement> requirements(SchemaObject object) {
        if (object instanceof Check check && check.valid() && check.enforced()) {
            return List.of(new Requirement(
                    "Every row of %s satisfies %s.".formatted(check.table(), Identifier.quote(check.name())),
                    "SELECT NOT EXISTS (SELECT FROM %s WHERE NOT %s)"
                            .formatted(check.table(), Parentheses.around(check.expression())),
                    words(check)));
        }
        if (object instanceof Key key && !key.nullsNotDistinct() && !key.withoutOverlaps()) {
            String columns = Identifier.list(key.columns());
            return List.of(new Requirement(
                    "No two rows of %s are alike in (%s).".formatted(key.table(), columns),
                    "SELECT NOT EXISTS (SELECT FROM %s WHERE (%s) IS NOT NULL GROUP BY %s HAVING count(*) > 1)"
                            .formatted(key.table(), columns, columns),
                    key.columns().stream()
                            .map(column -> ObjectPart.column(key.table(), column))
                            .toList()));
        }
        return List.of();
    }

    /** Which of them are columns is known to whoever knows the table. */
    private static List<ObjectPart> words(Check check) {
        return ExpressionText.words(check.expression())
                .map(word -> ObjectPart.column(check.table(), word))
                .toList();
    }
}
