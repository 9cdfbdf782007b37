package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds values to an enumeration in place. A transaction that does it cannot use them yet, so this is for values that
 * nothing else in the same list of changes mentions.
 */
record AddValues(Enumeration before, Enumeration after) implements Change {

    /** Values cannot be taken away in place: without knowing the columns that hold them the type is made anew. */
    @Override
    public ReplaceTypes reverse() {
        return new ReplaceTypes(List.of(after), List.of(before), List.of());
    }

    @Override
    public ObjectPart subject() {
        return ObjectPart.whole(after.id());
    }

    @Override
    public String action() {
        return "add values";
    }

    /** Whether all values are still there, in their order. */
    static boolean isEnough(Enumeration before, Enumeration after) {
        return after.values().stream()
                .filter(before.values()::contains)
                .toList()
                .equals(before.values());
    }

    List<String> added() {
        return after.values().stream()
                .filter(value -> !before.values().contains(value))
                .toList();
    }

    @Override
    public List<String> sql() {
        List<String> statements = new ArrayList<>();
        List<String> values = after.values();
        for (int i = 0; i < values.size(); i++) {
            if (!before.values().contains(values.get(i))) {
                statements.add("ALTER TYPE %s ADD VALUE %s%s"
                        .formatted(after.name(), Identifier.literal(values.get(i)), place(i)));
            }
        }
        return List.copyOf(statements);
    }

    /** Behind its predecessor, which exists by then; a value that comes last needs no place. */
    private String place(int index) {
        List<String> values = after.values();
        boolean last = values.subList(index, values.size()).stream()
                .noneMatch(value -> before.values().contains(value));
        if (last) {
            return "";
        }
        return index == 0
                ? " BEFORE " + Identifier.literal(before.values().get(0))
                : " AFTER " + Identifier.literal(values.get(index - 1));
    }
}
