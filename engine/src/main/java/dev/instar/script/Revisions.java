package dev.instar.script;

import dev.instar.revision.Problems;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All revisions of an application: the graph they form and the scripts behind it. */
public final class Revisions {

    /** Where revisions are unless somebody says otherwise. */
    public static final String CONVENTIONAL_LOCATION = "classpath:db/migration";

    private final RevisionGraph graph;
    private final Map<RevisionId, Script> scripts;

    private Revisions(RevisionGraph graph, Map<RevisionId, Script> scripts) {
        this.graph = graph;
        this.scripts = scripts;
    }

    /**
     * Reads every revision in these locations.
     *
     * @throws dev.instar.revision.InvalidRevisionsException with all problems of all files
     */
    public static Revisions read(List<String> locations) {
        Problems problems = new Problems();
        List<Draft> drafts = new ArrayList<>();
        for (String written : locations) {
            sources(written, problems)
                    .forEach(source -> DraftReader.read(source, problems).ifPresent(drafts::add));
        }
        List<Script> scripts = new Linker(problems).link(drafts);
        problems.throwIfPresent();
        return of(scripts);
    }

    private static List<Source> sources(String written, Problems problems) {
        Location location = Location.parse(written);
        if (location.exists()) {
            return location.sources(problems);
        }
        // A service that has only just added Instar has no folder yet; one that names a folder means it.
        if (!written.equals(CONVENTIONAL_LOCATION)) {
            problems.add(
                    "There is no folder '%s'".formatted(written), null, "Create it, or correct 'instar.locations'.");
        }
        return List.of();
    }

    private static Revisions of(List<Script> scripts) {
        RevisionGraph graph =
                RevisionGraph.of(scripts.stream().map(Script::revision).toList());
        Map<RevisionId, Script> byId = new LinkedHashMap<>();
        scripts.forEach(script -> byId.put(script.revision().id(), script));
        return new Revisions(graph, byId);
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** The script of a revision of the graph. */
    public Script script(RevisionId id) {
        return Objects.requireNonNull(scripts.get(id), () -> "No script for revision " + id);
    }
}
