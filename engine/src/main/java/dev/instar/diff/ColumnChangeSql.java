package dev.instar.diff;

import dev.instar.schema.Column;
import dev.instar.schema.Column.NotNull;
import dev.instar.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The statements that change a column in place: as few as there can be, since each one locks the table. */
final class ColumnChangeSql {

    private final ChangeColumn change;
    private final Column before;
    private final Column after;
    private final boolean retyped;
    private final String name;
    private final String alter;
    private final List<String> actions = new ArrayList<>();

    private ColumnChangeSql(ChangeColumn change, boolean retyped) {
        this.change = change;
        this.before = change.before();
        this.after = change.after();
        this.retyped = retyped;
        this.name = Identifier.quote(after.name());
        this.alter = "ALTER COLUMN " + name;
    }

    static List<String> of(ChangeColumn change, boolean retyped) {
        return new ColumnChangeSql(change, retyped).statements();
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        leaveOldForm();
        if (retyped) {
            changeType();
        } else if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            changeDefault();
        }
        changeNotNull();
        changeStorage();
        statements.addAll(ColumnSql.statement(change.table(), actions));
        statements.addAll(IdentitySql.change(change));
        statements.addAll(positions());
        return List.copyOf(statements);
    }

    private void leaveOldForm() {
        if (before.identity() != null && after.identity() == null) {
            actions.add(alter + " DROP IDENTITY");
        }
        if (before.generated() != null && after.generated() == null) {
            actions.add(alter + " DROP EXPRESSION");
        }
    }

    private void changeType() {
        // A default is not carried through a USING expression, and would end up with a cast that nobody wrote.
        if (before.defaultValue() != null) {
            actions.add(alter + " DROP DEFAULT");
        }
        String using = TypeChange.using(name, before, after, !TypeChange.isNeeded(before, after));
        actions.add(alter + " TYPE " + after.type()
                + (after.collation() == null ? "" : " COLLATE " + after.collation())
                + (using == null ? "" : " USING " + using));
        if (after.defaultValue() != null) {
            actions.add(alter + " SET DEFAULT " + after.defaultValue());
        }
    }

    private void changeDefault() {
        actions.add(
                after.defaultValue() == null
                        ? alter + " DROP DEFAULT"
                        : alter + " SET DEFAULT " + after.defaultValue());
    }

    private void changeNotNull() {
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

    private void changeStorage() {
        // A change of type resets the storage to the type's own.
        String storage = retyped ? null : before.storage();
        if (!Objects.equals(storage, after.storage())) {
            actions.add(alter + " SET STORAGE " + (after.storage() == null ? ownStorage() : after.storage()));
        }
        if (!Objects.equals(before.compression(), after.compression())) {
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

    /** A sequence that takes over goes on where the column is. */
    private List<String> positions() {
        String sequence = Counting.sequence(after);
        boolean takesOver = sequence != null
                && !sequence.equals(Counting.sequence(before))
                && sequence.equals(Counting.name(change.table(), after).sql());
        return !takesOver
                ? List.of()
                : List.of("SELECT setval('%s', coalesce(max(%s), 0) + 1, false) FROM %s"
                        .formatted(sequence, name, change.table()));
    }
}
