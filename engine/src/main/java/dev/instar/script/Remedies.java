package dev.instar.script;

import dev.instar.revision.Problem;

/** Lists the directives that exist once, however many there are that do not. */
final class Remedies {

    private boolean listed;

    Problem brief(Problem problem) {
        if (!problem.remedy().equals(DirectiveName.known())) {
            return problem;
        }
        boolean again = listed;
        listed = true;
        return again
                ? new Problem(problem.what(), problem.where(), "What is known is listed with the first of its kind.")
                : problem;
    }
}
