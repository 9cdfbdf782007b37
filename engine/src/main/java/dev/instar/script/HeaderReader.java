package dev.instar.script;

import dev.instar.revision.Name;
import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.revision.RevisionId;
import dev.instar.sql.Directive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Collects the header lines of one file. */
final class HeaderReader {

    private static final String BETWEEN_WORDS = ", \t\n\u000B\f\r";
    private static final String NOTHING_SAID = "Write its value behind it, or take the line out.";

    private final Source source;
    private final Problems problems;
    private final Map<DirectiveName, Directive> lines = new EnumMap<>(DirectiveName.class);
    private final Set<DirectiveName> refused = EnumSet.noneOf(DirectiveName.class);

    HeaderReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void read(DirectiveName name, Directive directive) {
        if (directive.argument().isEmpty()) {
            refuse(name, directive, "'%s' says nothing".formatted(name), NOTHING_SAID);
        } else if (lines.putIfAbsent(name, directive) != null) {
            problems.add("'%s' stands twice in the file".formatted(name), origin(directive), "Keep one of the lines.");
        }
    }

    /** Refuses a line that stands where no reader would look for it. */
    void refuseBelowStatement(DirectiveName name, Directive directive) {
        refuse(name, directive, "'%s' stands below the first statement".formatted(name), "Move it to the top.");
    }

    private void refuse(DirectiveName name, Directive directive, String what, String remedy) {
        refused.add(name);
        problems.add(what, origin(directive), remedy);
    }

    Header header() {
        List<RevisionId> ids = ids(DirectiveName.REVISION);
        List<RevisionId> revises = ids(DirectiveName.REVISES);
        List<RevisionId> dependsOn = ids(DirectiveName.DEPENDS_ON);
        List<String> environments = words(DirectiveName.ENVIRONMENTS);
        RevisionOptions.refuseExpressions(environments, origin(DirectiveName.ENVIRONMENTS), problems);
        return new Header(
                ids == null || ids.isEmpty() ? null : ids.get(0),
                revises,
                dependsOn == null ? List.of() : dependsOn,
                text(DirectiveName.LABEL),
                message(),
                text(DirectiveName.IRREVERSIBLE),
                environments,
                refused);
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

    private @Nullable String message() {
        Directive line = lines.get(DirectiveName.MESSAGE);
        if (line == null) {
            return null;
        }
        String problem = MessageRule.problemWith(line.argument());
        if (problem != null) {
            problems.add(problem, origin(line), MessageRule.REMEDY);
        }
        return line.argument();
    }

    /** What the line lists; a line that lists nothing at all is a mistake. */
    private List<String> words(DirectiveName name) {
        Directive line = lines.get(name);
        if (line == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (StringTokenizer rest = new StringTokenizer(line.argument(), BETWEEN_WORDS); rest.hasMoreTokens(); ) {
            words.add(rest.nextToken());
        }
        if (words.isEmpty()) {
            refuse(name, line, "'%s %s' names nothing".formatted(name, line.argument()), NOTHING_SAID);
        }
        return words;
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
        for (String word : words(name)) {
            String problem = RevisionId.problemWith(word);
            if (problem == null) {
                ids.add(new RevisionId(word));
            } else {
                refuse(name, line, problem, Name.REMEDY);
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
