package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Column.Identity;
import dev.instar.schema.Column.NotNull;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column that changes in place, by as few statements as there can be, since each one locks the table. */
final class ColumnChange {

    final QualifiedName table;
    final Column before;
    final Column after;
    private final String name;
    private final String alter;

    ColumnChange(QualifiedName table, Column before, Column after) {
        this.table = table;
        this.before = before;
        this.after = after;
        this.name = Identifier.quote(after.name());
        this.alter = "ALTER COLUMN " + name;
    }

    ColumnChange reverse() {
        return new ColumnChange(table, after, before);
    }

    ObjectPart subject() {
        return ObjectPart.column(table, after.name());
    }

    Change change() {
        boolean retyped = isRetyped();
        return new Change(
                subject(),
                retyped ? "change type to " + after.type() : "change",
                sql(retyped),
                Requirements.of(this),
                retyped ? TypeChange.loss(ColumnSql.name(table, after), before, after) : null,
                () -> reverse().change());
    }

    boolean isRetyped() {
        return TypeChange.isNeeded(before, after);
    }

    /** A computed column can only stop being computed, and only if it is stored. */
    boolean needsNewColumn() {
        Column.Generated old = before.generated();
        Column.Generated wanted = after.generated();
        return wanted == null ? old != null && !old.stored() : !wanted.equals(old) || isRetyped();
    }

    /**
     * The statements.
     *
     * @param retyped also where the type has kept its name but is another one
     */
    List<String> sql(boolean retyped) {
        List<String> actions = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        leaveOldForm(actions);
        if (before.identity() != null && after.identity() == null && !TypeChange.isWhole(after.type())) {
            // In one statement with its new type, which cannot count, the server would take the column for one that
            // does.
            statements.add("ALTER TABLE " + table + " ALTER " + name + " DROP IDENTITY");
        }
        if (retyped) {
            changeType(actions);
        } else if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            actions.add(
                    after.defaultValue() == null
                            ? alter + " DROP DEFAULT"
                            : alter + " SET DEFAULT " + after.defaultValue());
        }
        changeNotNull(actions);
        changeStorage(actions, retyped ? null : before.storage(), retyped ? null : before.compression());
        statements.addAll(TableSql.alter(table, actions));
        changeIdentity(statements);
        goOnCounting(statements);
        return statements;
    }

    private void leaveOldForm(List<String> actions) {
        if (before.identity() != null && after.identity() == null && TypeChange.isWhole(after.type())) {
            actions.add(alter + " DROP IDENTITY");
        }
        if (before.generated() != null && after.generated() == null) {
            actions.add(alter + " DROP EXPRESSION");
        }
    }

    private void changeType(List<String> actions) {
        // A default is not carried through a USING expression, and would end up with a cast that nobody wrote.
        if (before.defaultValue() != null) {
            actions.add(alter + " DROP DEFAULT");
        }
        actions.add(alter + " TYPE " + after.type()
                + Ddl.optional(" COLLATE ", after.collation())
                + Ddl.optional(" USING ", Conversion.using(name, before.type(), after.type(), !isRetyped())));
        if (after.defaultValue() != null) {
            actions.add(alter + " SET DEFAULT " + after.defaultValue());
        }
    }

    private void changeNotNull(List<String> actions) {
        NotNull old = before.notNull();
        NotNull wanted = after.notNull();
        if (Objects.equals(old, wanted)) {
            return;
        }
        if (wanted == null) {
            actions.add(alter + " DROP NOT NULL");
        } else if (old != null && old.unconfirmed() != null && wanted.unconfirmed() == null) {
            actions.add("VALIDATE CONSTRAINT " + Identifier.quote(old.unconfirmed()));
        } else {
            if (old != null) {
                actions.add(alter + " DROP NOT NULL");
            }
            actions.add(set(wanted));
        }
    }

    private String set(NotNull wanted) {
        if (wanted.unconfirmed() != null) {
            return ColumnSql.unconfirmed(after.name(), wanted.unconfirmed(), wanted.noInherit());
        }
        return wanted.noInherit() ? "ADD NOT NULL " + name + " NO INHERIT" : alter + " SET NOT NULL";
    }

    /** A change of type resets storage and compression to what is usual. */
    private void changeStorage(List<String> actions, @Nullable String storage, @Nullable String compression) {
        if (!Objects.equals(storage, after.storage())) {
            actions.add(alter + " SET STORAGE " + (after.storage() == null ? ownStorage() : after.storage()));
        }
        if (!Objects.equals(compression, after.compression())) {
            actions.add(alter + " SET COMPRESSION " + (after.compression() == null ? "DEFAULT" : after.compression()));
        }
        if (!Objects.equals(before.statistics(), after.statistics())) {
            actions.add(alter + " SET STATISTICS " + (after.statistics() == null ? -1 : after.statistics()));
        }
    }

    /** Servers before 16 have no word for it. Only types whose values can be long have another one. */
    private String ownStorage() {
        return List.of("numeric", "inet", "cidr").contains(TypeChange.base(after.type())) ? "MAIN" : "EXTENDED";
    }

    private void changeIdentity(List<String> statements) {
        Identity old = before.identity();
        Identity wanted = after.identity();
        if (wanted == null || wanted.equals(old)) {
            return;
        }
        if (old == null) {
            statements.add("ALTER TABLE " + table + " " + alter + " ADD " + ColumnSql.identity(wanted));
            statements.add(position(wanted));
            return;
        }
        List<String> actions = new ArrayList<>();
        if (old.always() != wanted.always()) {
            actions.add(alter + " SET GENERATED " + (wanted.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        String options = SequenceSql.differences(
                SequenceSql.retyped(old.options(), wanted.options().type()), wanted.options(), "SET ");
        boolean again = SequenceSql.startsAgain(old.options(), wanted.options())
                || SequenceSql.beginsLater(old.options(), wanted.options());
        if (!options.isEmpty()) {
            actions.add(alter + options + (again ? " RESTART" : ""));
        }
        statements.addAll(TableSql.alter(table, actions));
        if (again) {
            statements.add(position(wanted));
        }
    }

    /** The rows that are there were counted by somebody else; the column goes on where they end. */
    private String position(Identity identity) {
        boolean up = identity.options().increment() > 0;
        return position(
                "pg_get_serial_sequence(" + Identifier.literal(table.sql()) + ", " + Identifier.literal(after.name())
                        + ")",
                up ? "greatest(max(" + name + ") + 1, " : "least(min(" + name + ") - 1, ",
                String.valueOf(identity.options().start()));
    }

    private String position(String sequence, String behind, String begin) {
        return "SELECT setval(" + sequence + ", " + behind + begin + "), false) FROM " + table;
    }

    /** A sequence that takes over goes on where the column is, and never goes back. */
    private void goOnCounting(List<String> statements) {
        String sequence = Counting.sequence(after);
        if (sequence != null
                && !sequence.equals(Counting.sequence(before))
                && sequence.equals(Counting.name(table, after).sql())
                && TypeChange.isWhole(after.type())) {
            statements.add(position(
                    "'" + sequence + "'",
                    "greatest(max(" + name + ") + 1, ",
                    "(SELECT last_value + is_called::integer FROM " + sequence + ")"));
        }
    }
}
