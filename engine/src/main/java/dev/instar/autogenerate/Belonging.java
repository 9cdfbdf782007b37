package dev.instar.autogenerate;

import dev.instar.schema.QualifiedName;
import dev.instar.schema.SchemaObject;
import dev.instar.schema.Sequence;
import dev.instar.schema.Table;
import org.jspecify.annotations.Nullable;

/** Which table an object stands and falls with. */
final class Belonging {

    private Belonging() {}

    /** The table, the one the object belongs to, or {@code null} for what belongs to none. */
    static @Nullable QualifiedName table(SchemaObject object) {
        if (object instanceof Table table) {
            return table.name();
        }
        return object instanceof Sequence sequence && sequence.ownedBy() != null
                ? sequence.ownedBy().object().name()
                : object.owner();
    }
}
