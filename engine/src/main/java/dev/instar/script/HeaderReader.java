package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.revision.RevisionId;
import dev.instar.sql.Directive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the header lines of one file. */
final class HeaderReader {

    private final Source source;
    private final Problems problems;
    private final Map<DirectiveName, Directive> lines = new EnumMap<>(DirectiveName.class);

    HeaderReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void read(DirectiveName name, Directive directive) {
        if (directive.argument().isEmpty()) {
            problems.add(
                    "'%s' says nothing".formatted(name),
                    origin(directive),
                    "Write its value behind it, or take the line out.");
        } else if (lines.putIfAbsent(name, directive) != null) {
            problems.add("'%s' stands twice in the file".formatted(name), origin(directive), "Keep one of the lines.");
        }
    }

    Header header() {
        List<RevisionId> ids = ids(DirectiveName.REVISION);
        return new Header(
                ids == null || ids.isEmpty() ? null : ids.get(0),
                ids(DirectiveName.REVISES),
                orNone(ids(DirectiveName.DEPENDS_ON)),
                text(DirectiveName.LABEL),
                text(DirectiveName.MESSAGE),
                text(DirectiveName.IRREVERSIBLE),
                environments());
    }

    /** The line of {@code @revision}, or the first line of the file. */
    Origin declared() {
        Origin declared = origin(DirectiveName.REVISION);
        return declared == null ? new Origin(source.name(), 1) : declared;
    }

    @Nullable
    Origin origin(DirectiveName name) {
        Directive line = lines.get(name);
        return line == null ? null : origin(line);
    }

    @Nullable
    String text(DirectiveName name) {
        Directive line = lines.get(name);
        return line == null ? null : line.argument();
    }

    private List<String> environments() {
        String environments = text(DirectiveName.ENVIRONMENTS);
        return environments == null ? List.of() : List.of(words(environments));
    }

    private static String[] words(String list) {
        return list.split("[,\\s]+");
    }

    private static List<RevisionId> orNone(@Nullable List<RevisionId> ids) {
        return ids == null ? List.of() : ids;
    }

    private @Nullable List<RevisionId> ids(DirectiveName name) {
        Directive line = lines.get(name);
        if (line == null) {
            return null;
        }
        List<RevisionId> ids = new ArrayList<>();
        if (name == DirectiveName.REVISES && line.argument().equals("base")) {
            return ids;
        }
        for (String word : words(line.argument())) {
            String problem = RevisionId.problemWith(word);
            if (problem == null) {
                ids.add(new RevisionId(word));
            } else {
                problems.add(problem, origin(line), "Use letters, digits, '_' and '.' in ids.");
            }
        }
        if (name == DirectiveName.REVISION && ids.size() > 1) {
            problems.add(
                    "'%s %s' names more than one id".formatted(name, line.argument()),
                    origin(line),
                    "A file is one revision; say what it does with '%s'.".formatted(DirectiveName.MESSAGE));
        }
        return ids;
    }

    private Origin origin(Directive directive) {
        return new Origin(source.name(), directive.position().line());
    }
}
