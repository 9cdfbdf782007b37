package dev.instar.autogenerate;

import dev.instar.schema.Constraint;
import dev.instar.schema.ObjectId;
import dev.instar.schema.SchemaObject;
import java.util.Set;

/** Finds a name for a constraint whose own, which nobody chose, is that of another. */
final class UnusedName {

    private UnusedName() {}

    static SchemaObject of(SchemaObject wanted, Set<ObjectId> taken) {
        if (!taken.contains(wanted.id()) || !(wanted instanceof Constraint constraint)) {
            return wanted;
        }
        String base = constraint.name().replaceFirst("\\d+$", "");
        int number = 1;
        while (taken.contains(wanted.id().named(base + number))) {
            number++;
        }
        return constraint.named(base + number);
    }
}
