package dev.instar;

import dev.instar.history.Arrival;
import dev.instar.history.HalfDone;
import dev.instar.history.HistorySnapshot;
import dev.instar.plan.Position;
import dev.instar.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few lines that tell someone who starts a service how its database stands. */
final class Welcome {

    private static final Logger log = LoggerFactory.getLogger("dev.instar");

    private final InstarSettings settings;

    Welcome(InstarSettings settings) {
        this.settings = settings;
    }

    void nothingToDo(Position position) {
        if (position.graph().size() == 0) {
            log.info(
                    "There are no revisions in {}. Create one there, for example '001_initial_schema.sql', and it is"
                            + " applied at the next start.",
                    String.join(", ", settings.locations()));
        } else {
            nothingToDo(
                    position.current(),
                    position.pending().size(),
                    position.graph().size());
        }
    }

    void nothingToDo(Arrival arrival) {
        nothingToDo(arrival.current(), arrival.pending(), arrival.applied());
    }

    private void nothingToDo(List<RevisionId> current, int pending, int applied) {
        if (pending > 0) {
            log.info(
                    "Nothing to do: the database is at {}, where the target '{}' wants it.",
                    quoted(current),
                    settings.target());
        } else {
            log.info(
                    "Nothing to do: the database is at {}, and all {} revisions are applied.",
                    quoted(current),
                    applied);
        }
    }

    void warn(Position position, HistorySnapshot history) {
        List<RevisionId> heads = position.graph().heads();
        if (heads.size() > 1) {
            log.warn("There are {} heads: {}. A merge would join them.", heads.size(), quoted(heads));
        }
        if (settings.onUnknownRevision() != OnUnknownRevision.WARN) {
            return;
        }
        if (!position.unknown().isEmpty()) {
            log.warn(
                    "The database is ahead of this build; no file explains {}.",
                    UnknownRevisionsException.name(position.unknown()));
        }
        for (HalfDone begun : history.halfDone()) {
            if (!position.graph().contains(begun.revision())) {
                log.warn("Another build has begun '{}' and not come to its end.", begun.revision());
            }
        }
    }

    private static String quoted(Collection<RevisionId> ids) {
        StringJoiner list = new StringJoiner(", ");
        for (RevisionId id : ids) {
            list.add("'" + id + "'");
        }
        return list.toString();
    }
}
