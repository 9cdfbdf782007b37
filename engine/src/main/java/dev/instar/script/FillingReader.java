package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problem;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;
import dev.instar.sql.MissingPlaceholder;
import dev.instar.sql.RenderedSql;
import dev.instar.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how a file wants its placeholders replaced, and which of them have no value. */
final class FillingReader {

    private final String file;
    private final Map<String, String> values;
    private final List<Problem> missing = new ArrayList<>();
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
        RenderedSql filled = filling.fill(statement.text());
        for (MissingPlaceholder placeholder : filled == null ? List.<MissingPlaceholder>of() : filled.missing()) {
            missing.add(new Problem(
                    "The placeholder '${%s}' has no value".formatted(placeholder.name()),
                    new Origin(file, statement.positionAt(placeholder.offset()).line()),
                    "Set 'instar.placeholders.%1$s', or write '$${%1$s}' if the text is meant as it is."
                            .formatted(placeholder.name())));
        }
        return filled;
    }

    List<Problem> missing() {
        return missing;
    }

    Filling filling() {
        return filling;
    }
}
