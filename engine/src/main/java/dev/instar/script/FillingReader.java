package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problem;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;
import dev.instar.sql.RenderedSql;
import dev.instar.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how a file wants its placeholders replaced, and which of them have no value. */
final class FillingReader {

    private final String file;
    private final Map<String, String> values;
    private final Problems missing = new Problems();
    private Filling filling;

    FillingReader(String file, Map<String, String> values) {
        this.file = file;
        this.values = values;
        this.filling = Filling.of(values, null);
    }

    void read(DirectiveName name, Directive directive, Problems problems) {
        if (name != DirectiveName.PLACEHOLDERS || directive.argument().isEmpty()) {
            return;
        }
        Origin origin = new Origin(file, directive.position().line());
        String where = directive.argument();
        if (!where.equals(Filling.EVERYWHERE) && !where.equals(Filling.NOWHERE)) {
            problems.add(
                    "Placeholders cannot be replaced '%s'".formatted(where),
                    origin,
                    "Write '%1$s everywhere' to have them replaced in dollar-quoted bodies too, or '%1$s nowhere'."
                            .formatted(name));
        }
        filling = Filling.of(values, where);
    }

    /** The statement as it is to be sent, or {@code null} when that is as it is written. */
    @Nullable
    RenderedSql fill(Statement statement) {
        return filling.fill(statement, file, missing);
    }

    List<Problem> missing() {
        return missing.found();
    }

    Filling filling() {
        return filling;
    }
}
