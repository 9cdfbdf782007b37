package dev.instar.run;

import dev.instar.database.Database;
import dev.instar.plan.Step;
import dev.instar.revision.RevisionId;
import dev.instar.script.Revisions;
import java.util.HashMap;
import java.util.Map;

/** The outlines of the steps of a plan; each is made once, and kept only until its step is. */
final class Outlines {

    private static final int MOST_CHARACTERS_KEPT = 4 * 1024 * 1024;

    private final Revisions revisions;
    private final Database database;
    private final Map<RevisionId, Outline> ahead = new HashMap<>();
    private int room = MOST_CHARACTERS_KEPT;

    Outlines(Revisions revisions, Database database) {
        this.revisions = revisions;
        this.database = database;
    }

    /** Looks at a step that will be made later. */
    Outline ahead(Step step) {
        return ahead.computeIfAbsent(step.revision().id(), id -> within(outline(step)));
    }

    /** Looks at the step that is made now. */
    Outline now(Step step) {
        Outline known = ahead.remove(step.revision().id());
        return known == null ? outline(step) : known;
    }

    /** The texts of a whole plan may be more than there is memory for. */
    private Outline within(Outline outline) {
        if (outline.charactersKept() > room) {
            outline.keepNothing();
        }
        room -= outline.charactersKept();
        return outline;
    }

    private Outline outline(Step step) {
        return Outline.of(revisions.script(step.revision().id()), step.direction(), database);
    }
}
