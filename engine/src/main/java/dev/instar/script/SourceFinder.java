package dev.instar.script;

import dev.instar.revision.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the files of all locations, each once, however many of the locations lead to it. */
final class SourceFinder {

    private final Problems problems;
    private final Map<String, Source> found = new LinkedHashMap<>();

    SourceFinder(Problems problems) {
        this.problems = problems;
    }

    /** The files in the order of the locations, and in each in the order of their names. */
    List<Source> find(List<String> locations) {
        for (String location : locations) {
            for (Source source : sources(location)) {
                if (Ending.isRight(source, problems)) {
                    found.putIfAbsent(source.identity(), source);
                }
            }
        }
        return distinguish(List.copyOf(found.values()));
    }

    private List<Source> sources(String written) {
        Location location = Location.parse(written);
        if (location.exists()) {
            return location.sources(problems);
        }
        // A service that has only just added Instar has no folder yet; one that names a folder means it.
        if (!written.equals(Revisions.CONVENTIONAL_LOCATION)) {
            problems.add("There is no folder '%s'".formatted(written), null, remedy(written));
        }
        return List.of();
    }

    private static String remedy(String written) {
        return written.contains("~") || written.contains("$") || written.contains("*")
                ? "Write its full name in 'instar.locations'; '~', '$' and '*' mean nothing there."
                : "Create it, or correct 'instar.locations'.";
    }

    /** Two jars may each have a file of the same name; then only the whole address says which is meant. */
    private static List<Source> distinguish(List<Source> sources) {
        Map<String, Integer> names = new HashMap<>();
        for (Source source : sources) {
            names.put(source.name(), names.getOrDefault(source.name(), 0) + 1);
        }
        if (names.size() == sources.size()) {
            return sources;
        }
        List<Source> distinct = new ArrayList<>();
        for (Source source : sources) {
            distinct.add(names.getOrDefault(source.name(), 1) == 1 ? source : source.namedByIdentity());
        }
        return distinct;
    }
}
