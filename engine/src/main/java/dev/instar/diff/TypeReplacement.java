package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes types anew that cannot be changed in place: the old ones are set aside, columns move to the new ones by way of
 * text, the old ones go. Types that depend on one another are listed in the order in which they are created.
 */
record TypeReplacement(List<UserType> before, List<UserType> after, List<ColumnChange> columns) {

    Change change() {
        return new Change(
                ObjectPart.whole(after.get(0).id()),
                "replace",
                sql(),
                requirements(),
                loss(),
                () -> new TypeReplacement(
                                after,
                                before,
                                columns.stream().map(ColumnChange::reverse).toList())
                        .change());
    }

    private List<String> sql() {
        List<String> statements = new ArrayList<>();
        for (UserType old : before) {
            statements.add("ALTER " + Ddl.keyword(old.id().kind()) + " " + old.name() + " RENAME TO "
                    + Identifier.quote(aside(old).name().name()));
        }
        after.forEach(wanted -> statements.addAll(Ddl.create(wanted, List.of())));
        columns.forEach(column -> statements.addAll(column.sql(true)));
        for (int i = before.size() - 1; i >= 0; i--) {
            statements.add(Ddl.drop(aside(before.get(i))));
        }
        return statements;
    }

    private static UserType aside(UserType old) {
        return old.named(old.name().sibling(Aside.of(old.name().name())));
    }

    /** Between the text of the old value and the new one attributes have places, and no names. */
    private @Nullable String loss() {
        for (UserType old : before) {
            if (old instanceof Composite type
                    && wanted(old) instanceof Composite wanted
                    && !names(type).equals(names(wanted))) {
                return "the names of the values in " + old.name() + ", which go over by their places";
            }
        }
        return null;
    }

    private @Nullable UserType wanted(UserType old) {
        for (UserType type : after) {
            if (type.id().equals(old.id())) {
                return type;
            }
        }
        return null;
    }

    private static List<String> names(Composite type) {
        return type.attributes().stream().map(Attribute::name).toList();
    }

    private List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (UserType type : before) {
            if (type instanceof Enumeration old && wanted(old) instanceof Enumeration wanted) {
                List<String> lost = TypeSql.added(wanted, old);
                if (!lost.isEmpty()) {
                    lost.replaceAll(Identifier::literal);
                    addWithoutLostValues(requirements, old, String.join(", ", lost));
                }
            }
        }
        columns.forEach(column -> requirements.addAll(Requirements.of(column)));
        return List.copyOf(requirements);
    }

    private void addWithoutLostValues(List<Requirement> requirements, Enumeration old, String lost) {
        for (ColumnChange column : columns) {
            if (column.before.type().equals(old.name().sql())) {
                requirements.add(Requirements.requirement(
                        "No row holds a value that type " + old.name() + " loses.",
                        column.table,
                        " WHERE " + Identifier.quote(column.before.name()) + "::text IN (" + lost + ")",
                        List.of(column.subject())));
            }
        }
    }
}
