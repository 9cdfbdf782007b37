package dev.instar.script;

import dev.instar.revision.Problems;
import java.util.List;
import java.util.Objects;
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
        List<Reading> readings = stream.map(this::read).toList();
        readings.stream()
                .flatMap(reading -> reading.problems().found().stream())
                .map(new Remedies()::brief)
                .forEach(problems::add);
        return readings.stream().map(Reading::draft).filter(Objects::nonNull).toList();
    }

    private Reading read(Source source) {
        Problems problems = new Problems();
        return new Reading(DraftReader.read(source, options, problems), problems);
    }

    private record Reading(@Nullable Draft draft, Problems problems) {}
}
