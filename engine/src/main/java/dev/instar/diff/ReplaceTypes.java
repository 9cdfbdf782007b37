package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes types anew that cannot be changed in place: the old ones are set aside, columns move to the new ones by way of
 * text, the old ones go. Types that depend on one another are listed in the order in which they are created.
 */
record ReplaceTypes(List<UserType> before, List<UserType> after, List<ChangeColumn> columns) implements Change {

    private static final String ASIDE = "_replaced";

    @Override
    public ReplaceTypes reverse() {
        return new ReplaceTypes(
                after, before, columns.stream().map(ChangeColumn::reverse).toList());
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.get(0).id());
    }

    @Override
    public String action() {
        return "replace";
    }

    @Override
    public List<String> sql() {
        List<String> statements = new ArrayList<>();
        for (UserType old : before) {
            statements.add("ALTER %s %s RENAME TO %s"
                    .formatted(
                            Ddl.keyword(old.id().kind()),
                            old.name(),
                            Identifier.quote(aside(old).name().name())));
        }
        after.forEach(wanted -> statements.addAll(Ddl.create(wanted, List.of())));
        columns.forEach(column -> statements.addAll(ColumnChangeSql.of(column, true)));
        for (int i = before.size() - 1; i >= 0; i--) {
            statements.add(Ddl.drop(aside(before.get(i))));
        }
        return List.copyOf(statements);
    }

    private static UserType aside(UserType old) {
        String name = old.name().name();
        return old.named(old.name().sibling(name.substring(0, Math.min(name.length(), 63 - ASIDE.length())) + ASIDE));
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i) instanceof Enumeration old && after.get(i) instanceof Enumeration wanted) {
                requirements.addAll(withoutLostValues(old, wanted));
            }
        }
        columns.forEach(column -> requirements.addAll(column.requirements()));
        return List.copyOf(requirements);
    }

    private List<Requirement> withoutLostValues(Enumeration old, Enumeration wanted) {
        String lost = old.values().stream()
                .filter(value -> !wanted.values().contains(value))
                .map(Identifier::literal)
                .collect(Collectors.joining(", "));
        return lost.isEmpty()
                ? List.of()
                : columns.stream()
                        .filter(column ->
                                column.before().type().equals(old.name().sql()))
                        .map(column -> new Requirement(
                                "No row holds a value that type %s loses.".formatted(old.name()),
                                "SELECT NOT EXISTS (SELECT FROM %s WHERE %s::text IN (%s))"
                                        .formatted(
                                                column.table(),
                                                Identifier.quote(column.before().name()),
                                                lost),
                                List.of(column.subject())))
                        .toList();
    }
}
