package dev.instar.script;

import dev.instar.revision.InstarException;
import dev.instar.revision.Problems;
import dev.instar.revision.Revision;
import dev.instar.revision.RevisionGraph;
import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All revisions of an application: the graph they form and the scripts behind it. */
public final class Revisions {

    /** Where revisions are unless somebody says otherwise. */
    public static final String CONVENTIONAL_LOCATION = "classpath:db/migration";

    private final RevisionGraph graph;
    private final Map<RevisionId, Script> scripts;

    private final Map<String, String> placeholders;

    private Revisions(RevisionGraph graph, Map<RevisionId, Script> scripts, Map<String, String> placeholders) {
        this.graph = graph;
        this.scripts = scripts;
        this.placeholders = placeholders;
    }

    /** Reads every revision in these locations. */
    public static Revisions read(List<String> locations) {
        return read(locations, RevisionOptions.NONE);
    }

    /**
     * Reads every revision in these locations, and those written in Java after them.
     *
     * @throws dev.instar.revision.InvalidRevisionsException with all problems of all revisions
     */
    public static Revisions read(List<String> locations, RevisionOptions options) {
        Problems problems = new Problems();
        return read(new SourceFinder(problems).find(locations), options, problems);
    }

    static Revisions read(List<Source> sources, RevisionOptions options, Problems problems) {
        List<Script> scripts =
                new ArrayList<>(new Linker(problems).link(new DraftsReader(options).read(sources, problems)));
        scripts.addAll(new JavaRevisions(options, problems).scripts());
        problems.throwIfPresent();
        return of(scripts, options);
    }

    private static Revisions of(List<Script> scripts, RevisionOptions options) {
        List<Revision> revisions = new ArrayList<>();
        Map<RevisionId, Script> byId = new LinkedHashMap<>();
        for (Script script : scripts) {
            revisions.add(script.revision());
            byId.put(script.revision().id(), script);
        }
        return new Revisions(RevisionGraph.of(revisions), byId, options.placeholders());
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** The values of placeholders, by their names. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /**
     * The same revisions, and beside the graph those of which only the history knows how to undo them.
     *
     * @param downgrades what undoes each of them, in SQL
     */
    public Revisions remembering(Map<Revision, String> downgrades) {
        Map<RevisionId, Script> more = new LinkedHashMap<>(scripts);
        downgrades.forEach((revision, sql) -> more.putIfAbsent(revision.id(), new RememberedScript(revision, sql)));
        return new Revisions(graph, more, placeholders);
    }

    /**
     * The same revisions, where those that are limited to environments are run or skipped as they were when they were
     * applied.
     *
     * @param skipped whether nothing was run of a revision, for each that is applied
     */
    public Revisions asApplied(Map<RevisionId, Boolean> skipped) {
        Map<RevisionId, Script> then = new LinkedHashMap<>(scripts);
        for (Map.Entry<RevisionId, Boolean> was : skipped.entrySet()) {
            Script script = then.get(was.getKey());
            if (script != null && !script.environments().isEmpty() && script.isSkipped() != was.getValue()) {
                then.put(was.getKey(), script.asSkipped(was.getValue()));
            }
        }
        return new Revisions(graph, then, placeholders);
    }

    /** The script of a revision of the graph, or of one that was remembered when these were read. */
    public Script script(RevisionId id) {
        Script script = scripts.get(id);
        if (script == null) {
            throw new InstarException(
                    "Revision '%s', which no file explains, was applied while this was begun.".formatted(id),
                    "Start again; the plan will then be made from what the history says now.");
        }
        return script;
    }
}
