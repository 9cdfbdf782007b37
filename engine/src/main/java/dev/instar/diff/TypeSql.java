package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Identifier;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.UserType.Condition;
import dev.instar.schema.UserType.Domain;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes types and the changes that can be made to a domain in place. */
final class TypeSql {

    private TypeSql() {}

    static List<String> create(UserType type) {
        List<String> statements = new ArrayList<>(List.of(definition(type)));
        if (type instanceof Domain domain) {
            domain.conditions().stream()
                    .filter(condition -> !condition.valid())
                    .map(condition -> alter(domain, "ADD " + condition(condition) + " NOT VALID"))
                    .forEach(statements::add);
        }
        return List.copyOf(statements);
    }

    private static String alter(Domain domain, String action) {
        return "ALTER DOMAIN " + domain.name() + " " + action;
    }

    private static String definition(UserType type) {
        if (type instanceof Enumeration enumeration) {
            return "CREATE TYPE %s AS ENUM (%s)"
                    .formatted(
                            type.name(),
                            enumeration.values().stream()
                                    .map(Identifier::literal)
                                    .collect(Collectors.joining(", ")));
        }
        if (type instanceof Composite composite) {
            return "CREATE TYPE %s AS (%s)"
                    .formatted(
                            type.name(),
                            composite.attributes().stream()
                                    .map(TypeSql::attribute)
                                    .collect(Collectors.joining(", ")));
        }
        return domain((Domain) type);
    }

    static String attribute(Attribute attribute) {
        return Identifier.quote(attribute.name()) + " " + attribute.type()
                + (attribute.collation() == null ? "" : " COLLATE " + attribute.collation());
    }

    private static String domain(Domain domain) {
        return "CREATE DOMAIN " + domain.name() + " AS " + domain.type()
                + (domain.collation() == null ? "" : " COLLATE " + domain.collation())
                + (domain.defaultValue() == null ? "" : " DEFAULT " + domain.defaultValue())
                + (domain.notNull() ? " NOT NULL" : "")
                + domain.conditions().stream()
                        .filter(Condition::valid)
                        .map(condition -> " " + condition(condition))
                        .collect(Collectors.joining());
    }

    private static String condition(Condition condition) {
        return "CONSTRAINT " + Identifier.quote(condition.name()) + " CHECK "
                + Parentheses.around(condition.expression());
    }

    static List<String> change(Domain before, Domain after) {
        List<String> actions = new ArrayList<>();
        for (Condition old : before.conditions()) {
            if (!after.conditions().contains(old) && !isValidated(old, after)) {
                actions.add("DROP CONSTRAINT " + Identifier.quote(old.name()));
            }
        }
        if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            actions.add(after.defaultValue() == null ? "DROP DEFAULT" : "SET DEFAULT " + after.defaultValue());
        }
        if (before.notNull() != after.notNull()) {
            actions.add(after.notNull() ? "SET NOT NULL" : "DROP NOT NULL");
        }
        for (Condition wanted : after.conditions()) {
            if (!before.conditions().contains(wanted)) {
                actions.add(add(before, wanted));
            }
        }
        return actions.stream().map(action -> alter(after, action)).toList();
    }

    private static String add(Domain before, Condition wanted) {
        Condition unconfirmed = new Condition(wanted.name(), wanted.expression(), false);
        if (before.conditions().contains(unconfirmed)) {
            return "VALIDATE CONSTRAINT " + Identifier.quote(wanted.name());
        }
        return "ADD " + condition(wanted) + (wanted.valid() ? "" : " NOT VALID");
    }

    private static boolean isValidated(Condition old, Domain after) {
        return !old.valid() && after.conditions().contains(new Condition(old.name(), old.expression(), true));
    }

    /** Whether the type can stay, with other conditions. */
    static boolean isChangeEnough(Domain before, Domain after) {
        return before.type().equals(after.type()) && Objects.equals(before.collation(), after.collation());
    }
}
