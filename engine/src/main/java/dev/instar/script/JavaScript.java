package dev.instar.script;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A revision written in Java. */
record JavaScript(Revision revision, RevisionHeader header, JavaRevision java, boolean isSkipped) implements Script {

    @Override
    public Script asSkipped(boolean skipped) {
        return new JavaScript(revision, header, java, skipped);
    }

    @Override
    public List<String> environments() {
        return List.of(header.environments());
    }

    @Override
    public @Nullable String irreversible() {
        return header.irreversible().isEmpty() ? null : header.irreversible();
    }

    @Override
    public @Nullable String downgradeSql() {
        return isSkipped ? SKIPPED : null;
    }

    @Override
    public List<Check> required() {
        return List.of();
    }

    @Override
    public List<Check> ensured() {
        return List.of();
    }

    @Override
    public void forEach(Direction direction, Consumer<ScriptStatement> consumer) {
        // A class has methods in place of statements.
    }
}
