package dev.instar.diff;

import dev.instar.schema.Attribute;
import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.UserType.Composite;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drops attributes of a composite type and appends others. */
record ChangeComposite(Composite before, Composite after) implements Change {

    @Override
    public ChangeComposite reverse() {
        return new ChangeComposite(after, before);
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return "change";
    }

    /** Whether dropping and appending lead from one to the other. */
    static boolean isEnough(Composite before, Composite after) {
        List<Attribute> kept = bare(before).stream()
                .filter(attribute -> bare(after).contains(attribute))
                .toList();
        return kept.equals(bare(after).subList(0, kept.size()))
                && added(before, after).noneMatch(attribute -> named(before, attribute));
    }

    private static boolean named(Composite type, Attribute attribute) {
        return type.attributes().stream().anyMatch(old -> old.name().equals(attribute.name()));
    }

    private static List<Attribute> bare(Composite type) {
        return type.attributes().stream()
                .map(attribute -> new Attribute(attribute.name(), attribute.type(), attribute.collation(), null))
                .toList();
    }

    private static Stream<Attribute> added(Composite before, Composite after) {
        return bare(after).stream().filter(attribute -> !bare(before).contains(attribute));
    }

    @Override
    public List<String> sql() {
        return Stream.concat(
                        added(after, before)
                                .map(attribute -> "ALTER TYPE %s DROP ATTRIBUTE %s"
                                        .formatted(after.name(), Identifier.quote(attribute.name()))),
                        added(before, after)
                                .map(attribute -> "ALTER TYPE %s ADD ATTRIBUTE %s"
                                        .formatted(after.name(), TypeSql.attribute(attribute))))
                .toList();
    }

    @Override
    public @Nullable String loss() {
        return added(after, before)
                .findFirst()
                .map(attribute -> "all values of " + after.name() + "." + Identifier.quote(attribute.name()))
                .orElse(null);
    }
}
