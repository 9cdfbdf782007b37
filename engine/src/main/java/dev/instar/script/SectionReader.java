package dev.instar.script;

import dev.instar.revision.Origin;
import dev.instar.revision.Problems;
import dev.instar.sql.Directive;
import dev.instar.sql.TextPosition;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps track of the section that a reader of a file is in, and of where the downgrade begins and ends. */
final class SectionReader {

    private final String file;
    private final Problems problems;
    private final Map<DirectiveName, Directive> begun = new EnumMap<>(DirectiveName.class);
    private DirectiveName current = DirectiveName.UPGRADE;
    private boolean upgradeHasStatements;
    private boolean downgradeHasStatements;
    private @Nullable TextPosition behindDowngrade;

    SectionReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    DirectiveName current() {
        return current;
    }

    void statement() {
        upgradeHasStatements |= current == DirectiveName.UPGRADE;
        downgradeHasStatements |= current == DirectiveName.DOWNGRADE;
    }

    void begin(DirectiveName section, Directive directive) {
        boolean isCheck = section == DirectiveName.REQUIRE || section == DirectiveName.ENSURE;
        boolean isSecond = !isCheck && begun.putIfAbsent(section, directive) != null;
        Origin origin = new Origin(file, directive.position().line());
        if (isSecond) {
            problems.add("'%s' stands twice in the file".formatted(section), origin, "Keep one of the lines.");
        } else if (section == DirectiveName.UPGRADE && upgradeHasStatements) {
            problems.add(
                    "Statements stand above '%s'".formatted(section),
                    origin,
                    "Move the line above them, or take it out: without it the whole file is the upgrade.");
        } else if (isCheck == directive.argument().isEmpty()) {
            problems.add(
                    isCheck
                            ? "'%s' does not say in words what must be true".formatted(section)
                            : "'%s' is followed by '%s'".formatted(section, directive.argument()),
                    origin,
                    isCheck
                            ? "Write it behind the directive; the message of a failure will say it."
                            : "Write it alone on its line; comments go on a line of their own.");
        }
        if (current == DirectiveName.DOWNGRADE) {
            behindDowngrade = directive.position();
        }
        current = section;
    }

    /** Whether the upgrade has any statement. */
    boolean upgradeHasStatements() {
        return upgradeHasStatements;
    }

    /**
     * What stands between {@code -- @downgrade} and the next section, or {@code null} when there is no downgrade. An
     * empty section still waits to be written; a comment in it says that there is nothing to undo.
     */
    @Nullable
    SectionText downgrade(Source source) {
        Directive directive = begun.get(DirectiveName.DOWNGRADE);
        if (directive == null) {
            return null;
        }
        SectionText downgrade = new SectionText(source, directive.position(), behindDowngrade);
        return downgradeHasStatements || !downgrade.read().isEmpty() ? downgrade : null;
    }
}
