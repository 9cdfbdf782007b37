package dev.instar.script;

import dev.instar.revision.Problem;
import dev.instar.revision.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads many files, several at a time when that is worth it; the order of drafts and problems is that of the files. */
final class DraftsReader {

    private static final int WORTH_SHARING = 64;

    private final RevisionOptions options;

    DraftsReader(RevisionOptions options) {
        this.options = options;
    }

    List<Draft> read(List<Source> sources, Problems problems) {
        Stream<Source> stream = sources.size() < WORTH_SHARING ? sources.stream() : sources.parallelStream();
        List<Draft> drafts = new ArrayList<>();
        boolean listed = false;
        for (Reading reading : stream.map(this::read).toList()) {
            for (Problem problem : reading.problems().found()) {
                boolean lists = problem.remedy().equals(DirectiveName.known());
                problems.add(lists && listed ? brief(problem) : problem);
                listed |= lists;
            }
            if (reading.draft() != null) {
                drafts.add(reading.draft());
            }
        }
        return drafts;
    }

    /** The directives that exist are listed once, however many there are that do not. */
    private static Problem brief(Problem problem) {
        return new Problem(problem.what(), problem.where(), "What is known is listed with the first of its kind.");
    }

    private Reading read(Source source) {
        Problems problems = new Problems();
        return new Reading(DraftReader.read(source, options, problems), problems);
    }

    private record Reading(@Nullable Draft draft, Problems problems) {}
}
