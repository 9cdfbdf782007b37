package dev.instar.autogenerate;

import dev.instar.diff.ChangeScript.Statement;
import dev.instar.diff.Difference;
import dev.instar.schema.Column;
import dev.instar.schema.Constraint.Key;
import dev.instar.schema.Identifier;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A new sequence from which a mapping takes the keys of a table whose rows got theirs from somewhere else: it goes on
 * behind them. Nothing but its name, which a mapping gives it unless somebody chooses another one, says whose it is.
 */
record Takeover(Difference difference) {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    List<Statement> statements() {
        return difference
                .after()
                .all(Sequence.class)
                .filter(sequence -> difference.before().find(sequence.id()) == null && sequence.ownedBy() == null)
                .flatMap(sequence -> difference.after().all(Key.class).flatMap(key -> takeOver(sequence, key)))
                .toList();
    }

    private Stream<Statement> takeOver(Sequence sequence, Key key) {
        boolean isOf = key.primary()
                && key.columns().size() == 1
                && difference.before().table(key.table()) != null
                && Set.of(
                                key.table().sibling(key.table().name() + "_seq"),
                                key.table()
                                        .sibling(key.table().name() + "_"
                                                + key.columns().get(0) + "_seq"))
                        .contains(sequence.name());
        Table table = isOf ? difference.after().table(key.table()) : null;
        Column column =
                table == null ? null : table.columns().find(key.columns().get(0));
        boolean isAssigned = column != null
                && WHOLE.contains(column.type())
                && column.identity() == null
                && column.defaultValue() == null;
        return isAssigned ? Stream.of(behind(sequence, key)) : Stream.of();
    }

    /** From one number of the sequence a mapping makes as many keys as that counts at once, up to that number. */
    private static Statement behind(Sequence sequence, Key key) {
        long increment = sequence.options().increment();
        return new Statement(
                "SELECT setval(" + Identifier.literal(sequence.name().sql()) + ", greatest(max("
                        + Identifier.quote(key.columns().get(0)) + ") + " + (increment == 1 ? 1 : increment + 1) + ", "
                        + sequence.options().start() + "), false) FROM " + key.table(),
                "");
    }
}
