package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Identifier;
import dev.instar.schema.UserType;
import dev.instar.schema.UserType.Composite;
import dev.instar.schema.UserType.Condition;
import dev.instar.schema.UserType.Domain;
import dev.instar.schema.UserType.Enumeration;
import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes types and the changes that can be made to them in place. */
final class TypeSql {

    private TypeSql() {}

    static List<String> create(UserType type) {
        List<String> statements = new ArrayList<>(List.of(definition(type)));
        if (type instanceof Domain domain) {
            for (Condition condition : domain.conditions()) {
                if (!condition.valid()) {
                    statements.add(alter(domain) + "ADD " + condition(condition) + " NOT VALID");
                }
            }
        }
        return List.copyOf(statements);
    }

    private static String alter(UserType type) {
        return "ALTER " + Ddl.keyword(type.id().kind()) + " " + type.name() + " ";
    }

    private static String definition(UserType type) {
        if (type instanceof Domain domain) {
            return domain(domain);
        }
        StringJoiner parts = new StringJoiner(", ", "(", ")");
        if (type instanceof Enumeration enumeration) {
            enumeration.values().forEach(value -> parts.add(Identifier.literal(value)));
            return "CREATE TYPE " + type.name() + " AS ENUM " + parts;
        }
        ((Composite) type).attributes().forEach(attribute -> parts.add(attribute(attribute)));
        return "CREATE TYPE " + type.name() + " AS " + parts;
    }

    private static String attribute(Attribute attribute) {
        return Identifier.quote(attribute.name()) + " " + attribute.type()
                + Ddl.optional(" COLLATE ", attribute.collation());
    }

    private static String domain(Domain domain) {
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + domain.name() + " AS " + domain.type()
                + Ddl.optional(" COLLATE ", domain.collation())
                + Ddl.optional(" DEFAULT ", domain.defaultValue())
                + (domain.notNull() ? " NOT NULL" : ""));
        for (Condition condition : domain.conditions()) {
            if (condition.valid()) {
                sql.append(' ').append(condition(condition));
            }
        }
        return sql.toString();
    }

    private static String condition(Condition condition) {
        return "CONSTRAINT " + Identifier.quote(condition.name()) + " CHECK " + Brackets.around(condition.expression());
    }

    /** Whether a type stays the same type for the columns that have it, and is changed by the statements below. */
    static boolean isChangeEnough(UserType before, UserType after) {
        if (before.getClass() != after.getClass()) {
            return false;
        }
        if (before instanceof Enumeration enumeration) {
            List<String> kept = new ArrayList<>(((Enumeration) after).values());
            kept.retainAll(enumeration.values());
            return kept.equals(enumeration.values());
        }
        if (before instanceof Composite composite) {
            return isAppendingEnough(composite, (Composite) after);
        }
        Domain old = (Domain) before;
        Domain wanted = (Domain) after;
        return old.type().equals(wanted.type()) && Objects.equals(old.collation(), wanted.collation());
    }

    /** Whether values that are stored have to be looked at. */
    static boolean isStricter(Domain before, Domain after) {
        return after.notNull() && !before.notNull()
                || after.conditions().stream()
                        .anyMatch(condition ->
                                condition.valid() && !before.conditions().contains(condition));
    }

    /** Values that are only in the other enumeration. */
    static List<String> added(Enumeration before, Enumeration after) {
        List<String> added = new ArrayList<>(after.values());
        added.removeAll(before.values());
        return added;
    }

    /** Those values as the server writes them. */
    static Stream<String> addedLiterals(Enumeration before, Enumeration after) {
        return added(before, after).stream().map(value -> Identifier.literal(value) + "::" + after.name());
    }

    /** Each behind its predecessor, which exists by then; a value that comes last needs no place. */
    static List<String> addValues(Enumeration before, Enumeration after) {
        List<String> statements = new ArrayList<>();
        List<String> added = added(before, after);
        List<String> values = after.values();
        for (String value : added) {
            int index = values.indexOf(value);
            boolean isLast = added.containsAll(values.subList(index, values.size()));
            String place = isLast
                    ? ""
                    : index == 0
                            ? " BEFORE " + Identifier.literal(before.values().get(0))
                            : " AFTER " + Identifier.literal(values.get(index - 1));
            statements.add(alter(after) + "ADD VALUE " + Identifier.literal(value) + place);
        }
        return statements;
    }

    /** Whether dropping attributes and appending others leads from one to the other. */
    private static boolean isAppendingEnough(Composite before, Composite after) {
        List<Attribute> wanted = bare(after);
        List<Attribute> kept = bare(before);
        kept.retainAll(wanted);
        return kept.equals(wanted.subList(0, kept.size()))
                && missing(after, before).stream()
                        .noneMatch(attribute -> before.attributes().stream()
                                .anyMatch(old -> old.name().equals(attribute.name())));
    }

    private static List<Attribute> bare(Composite type) {
        List<Attribute> bare = new ArrayList<>();
        for (Attribute attribute : type.attributes()) {
            bare.add(new Attribute(attribute.name(), attribute.type(), attribute.collation(), null));
        }
        return bare;
    }

    /** Attributes that the other type does not have in this form. */
    private static List<Attribute> missing(Composite type, Composite other) {
        List<Attribute> missing = bare(type);
        missing.removeAll(bare(other));
        return missing;
    }

    static List<String> change(Composite before, Composite after) {
        List<String> statements = new ArrayList<>();
        missing(before, after)
                .forEach(gone -> statements.add(alter(after) + "DROP ATTRIBUTE " + Identifier.quote(gone.name())));
        missing(after, before).forEach(fresh -> statements.add(alter(after) + "ADD ATTRIBUTE " + attribute(fresh)));
        return statements;
    }

    /** What is lost when a composite type is changed. */
    static @Nullable String loss(Composite before, Composite after) {
        List<Attribute> gone = missing(before, after);
        return gone.isEmpty()
                ? null
                : "all values of " + after.name() + "."
                        + Identifier.quote(gone.get(0).name());
    }

    static List<String> change(Domain before, Domain after) {
        List<String> actions = new ArrayList<>();
        for (Condition old : before.conditions()) {
            boolean isValidated = !old.valid() && after.conditions().contains(withState(old, true));
            if (!after.conditions().contains(old) && !isValidated) {
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
                actions.add(
                        before.conditions().contains(withState(wanted, false))
                                ? "VALIDATE CONSTRAINT " + Identifier.quote(wanted.name())
                                : "ADD " + condition(wanted) + (wanted.valid() ? "" : " NOT VALID"));
            }
        }
        actions.replaceAll(action -> alter(after) + action);
        return actions;
    }

    private static Condition withState(Condition condition, boolean valid) {
        return new Condition(condition.name(), condition.expression(), valid);
    }
}
