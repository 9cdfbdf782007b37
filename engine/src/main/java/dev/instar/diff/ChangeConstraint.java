package dev.instar.diff;

import dev.instar.schema.Constraint;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import java.util.List;

/** Validates a constraint or changes when it is checked; what cannot be changed in place is replaced in one statement. */
record ChangeConstraint(Constraint before, Constraint after) implements Change {

    @Override
    public ChangeConstraint reverse() {
        return new ChangeConstraint(after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return "change";
    }

    /** Whether nothing differs but what this change can do. */
    static boolean isEnough(Constraint before, Constraint after) {
        if (before instanceof Constraint.ForeignKey old && after instanceof Constraint.ForeignKey wanted) {
            return old.enforced() == wanted.enforced()
                    && ConstraintSql.definition(withoutState(old))
                            .equals(ConstraintSql.definition(withoutState(wanted)));
        }
        return before instanceof Constraint.Check old
                && after instanceof Constraint.Check wanted
                && old.enforced() == wanted.enforced()
                && old.noInherit() == wanted.noInherit()
                && old.expression().equals(wanted.expression());
    }

    private static Constraint.ForeignKey withoutState(Constraint.ForeignKey key) {
        return new Constraint.ForeignKey(
                key.table(),
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.match(),
                key.onUpdate(),
                key.onDelete(),
                key.period(),
                new Constraint.Timing(false, false),
                true,
                key.enforced(),
                null);
    }

    @Override
    public List<String> sql() {
        String name = Identifier.quote(after.name());
        if (before.valid() && !after.valid()) {
            return List.of("ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s"
                    .formatted(after.table(), name, name, ConstraintSql.definition(after)));
        }
        String timing = after instanceof Constraint.ForeignKey key
                        && before instanceof Constraint.ForeignKey old
                        && !key.timing().equals(old.timing())
                ? "ALTER TABLE %s ALTER CONSTRAINT %s%s"
                        .formatted(after.table(), name, ConstraintSql.explicit(key.timing()))
                : "";
        String validation = before.valid() == after.valid()
                ? ""
                : "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(after.table(), name);
        return List.of(timing, validation).stream()
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
