package dev.instar.script;

import dev.instar.revision.Direction;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.sql.Directive;
import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A revision in a file, which is read again for a run, statement by statement, unless it is small. */
record SqlScript(Revision revision, Draft draft) implements Script {

    @Override
    public boolean isSkipped() {
        return draft.isSkipped();
    }

    @Override
    public Script asSkipped(boolean skipped) {
        return new SqlScript(revision, draft.withSkipped(skipped));
    }

    @Override
    public List<String> environments() {
        return draft.header().environments();
    }

    @Override
    public @Nullable String irreversible() {
        return draft.header().irreversible();
    }

    @Override
    public @Nullable String downgradeSql() {
        return draft.downgradeSql();
    }

    @Override
    public List<Check> required() {
        return draft.required();
    }

    @Override
    public List<Check> ensured() {
        return draft.ensured();
    }

    @Override
    public @Nullable JavaRevision java() {
        return null;
    }

    @Override
    public void forEach(Direction direction, Consumer<ScriptStatement> consumer) {
        List<ScriptStatement> kept =
                direction == Direction.UPGRADE ? draft.upgrade().get() : null;
        if (kept == null) {
            read(direction, consumer);
        } else {
            kept.forEach(consumer);
        }
    }

    private void read(Direction direction, Consumer<ScriptStatement> consumer) {
        DirectiveName wanted = direction == Direction.UPGRADE ? DirectiveName.UPGRADE : DirectiveName.DOWNGRADE;
        String file = draft.source().name();
        StatementDirectives directives = new StatementDirectives(file, new Problems());
        Problems missing = new Problems();
        DirectiveName section = DirectiveName.UPGRADE;
        try (SqlReader reader = new SqlReader(draft.source().open())) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Directive directive) {
                    DirectiveName above = section;
                    section = follow(directive, above, directives);
                    if (section != above && (section == DirectiveName.DOWNGRADE || section == DirectiveName.UPGRADE)) {
                        reader.beginSession();
                    }
                } else {
                    Statement statement = (Statement) item;
                    StatementOptions options = directives.take();
                    if (section == wanted) {
                        consumer.accept(new ScriptStatement(
                                file, statement, draft.filling().fill(statement, file, missing), options, reader));
                    }
                }
            }
        }
        if (!isSkipped()) {
            missing.throwIfPresent();
        }
    }

    /** Remembers a directive that is for the next statement, and says which section goes on or begins. */
    static DirectiveName follow(Directive directive, DirectiveName section, StatementDirectives directives) {
        DirectiveName name = DirectiveName.of(directive);
        if (name == null) {
            return section;
        }
        if (name.place() == DirectiveName.Place.STATEMENT) {
            directives.read(name, directive);
        }
        return name.isSection() ? name : section;
    }
}
