package dev.instar.script;

import dev.instar.revision.Direction;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.sql.Directive;
import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A revision of which nothing is left but what the history remembers: how to undo it. */
record RememberedScript(Revision revision, String downgradeSql) implements Script {

    private static final String FILE = "the history";

    @Override
    public boolean isSkipped() {
        return false;
    }

    @Override
    public Script asSkipped(boolean skipped) {
        return this;
    }

    @Override
    public List<String> environments() {
        return List.of();
    }

    @Override
    public @Nullable String irreversible() {
        return null;
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
    public @Nullable JavaRevision java() {
        return null;
    }

    @Override
    public void forEach(Direction direction, Consumer<ScriptStatement> consumer) {
        if (direction == Direction.UPGRADE) {
            return;
        }
        StatementDirectives directives = new StatementDirectives(FILE, new Problems());
        try (SqlReader reader = new SqlReader(new StringReader(downgradeSql))) {
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Statement statement) {
                    consumer.accept(new ScriptStatement(FILE, statement, null, directives.take(), reader));
                } else {
                    SqlScript.follow((Directive) item, DirectiveName.DOWNGRADE, directives);
                }
            }
        }
    }
}
