package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.plan.Step;
import dev.instar.revision.RevisionId;
import dev.instar.script.Revisions;
import java.util.HashMap;
import java.util.Map;

/** The outlines of the steps of a plan; each is made once, and kept only until its step is. */
final class Outlines {

    /** A long plan shall not be in memory as a whole. */
    private static final int MOST_CHARACTERS_KEPT = 2 * 1024 * 1024;

    private final Revisions revisions;
    private final Database database;
    private final Map<RevisionId, Outline> ahead = new HashMap<>();
    private int charactersKept;

    Outlines(Revisions revisions, Database database) {
        this.revisions = revisions;
        this.database = database;
    }

    /** Looks at a step that will be made later. */
    Outline ahead(Step step) {
        return ahead.computeIfAbsent(step.revision().id(), id -> affordable(outline(step)));
    }

    private Outline affordable(Outline outline) {
        if (charactersKept + outline.charactersKept() > MOST_CHARACTERS_KEPT) {
            outline.forgetStatements();
        }
        charactersKept += outline.charactersKept();
        return outline;
    }

    /** Looks at the step that is made now. */
    Outline now(Step step) {
        Outline known = ahead.remove(step.revision().id());
        return known == null ? outline(step) : known;
    }

    private Outline outline(Step step) {
        return Outline.of(revisions.script(step.revision().id()), step.direction(), database);
    }
}
