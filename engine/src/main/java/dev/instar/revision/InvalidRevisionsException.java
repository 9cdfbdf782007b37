package dev.instar.revision;

import java.util.List;
import java.util.StringJoiner;

/** The revisions cannot be used as they are. Carries every problem; nothing has been run. */
public final class InvalidRevisionsException extends InstarException {

    private final transient List<Problem> problems;

    public InvalidRevisionsException(List<Problem> problems) {
        super(describe(problems), remedy(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).description();
        }
        StringJoiner lines = new StringJoiner("\n", "There are %d problems:\n".formatted(problems.size()), "\n");
        for (Problem problem : problems) {
            lines.add("  - " + problem);
        }
        return lines.toString();
    }

    private static String remedy(List<Problem> problems) {
        return problems.size() == 1 ? problems.get(0).remedy() : "Mend them all; nothing has been run.";
    }
}
