package dev.instar.script;

import dev.instar.revision.Direction;
import dev.instar.revision.Revision;
import dev.instar.sql.Directive;
import dev.instar.sql.SqlItem;
import dev.instar.sql.SqlReader;
import dev.instar.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a revision does, as its file says. The file is read again for a run, statement by statement. */
public final class Script {

    private final Revision revision;
    private final Source source;
    private final @Nullable String downgradeSql;

    Script(Revision revision, Source source, @Nullable String downgradeSql) {
        this.revision = revision;
        this.source = source;
        this.downgradeSql = downgradeSql;
    }

    public Revision revision() {
        return revision;
    }

    /** The text of the downgrade, or {@code null} when there is none. */
    public @Nullable String downgradeSql() {
        return downgradeSql;
    }

    /** Hands over the statements of one direction, in order, each before the next is read. */
    public void forEach(Direction direction, Consumer<ScriptStatement> consumer) {
        try (SqlReader reader = new SqlReader(source.open())) {
            Direction section = Direction.UPGRADE;
            for (SqlItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Directive directive) {
                    section = sectionAfter(directive, section);
                } else if (section == direction) {
                    consumer.accept(new ScriptStatement(source.name(), (Statement) item, reader));
                }
            }
        }
    }

    private static Direction sectionAfter(Directive directive, Direction section) {
        return DirectiveName.of(directive.name())
                .filter(DirectiveName::isSection)
                .map(name -> name == DirectiveName.DOWNGRADE ? Direction.DOWNGRADE : Direction.UPGRADE)
                .orElse(section);
    }
}
