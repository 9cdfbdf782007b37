package dev.instar;

import dev.instar.database.Database;
import dev.instar.history.Arrival;
import dev.instar.history.Glance;
import dev.instar.history.History;
import dev.instar.history.HistorySnapshot;
import dev.instar.jdbc.Session;
import dev.instar.revision.expression.Target;
import dev.instar.run.Connector;
import dev.instar.script.Inventory;
import dev.instar.script.Revisions;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one statement that mostly tells a start that there is nothing to do, before any revision has been read. */
final class FirstLook {

    private final InstarSettings settings;
    private final Welcome welcome;
    private final HomeClassPath classPath = new HomeClassPath();
    private @Nullable Inventory inventory;

    FirstLook(InstarSettings settings, Welcome welcome) {
        this.settings = settings;
        this.welcome = welcome;
    }

    /** Notes what lies in the locations, and reads it then: what changes in between makes the next start look again. */
    Revisions readRevisions() {
        return classPath.reading(() -> {
            takeInventory();
            return Revisions.read(settings.locations(), settings.revisionOptions());
        });
    }

    private synchronized void takeInventory() {
        inventory = Inventory.of(settings.locations(), settings.revisionOptions());
    }

    private synchronized @Nullable String goalOnce(Target target) {
        if (inventory == null) {
            takeInventory();
        }
        return goal(target);
    }

    /**
     * What a run to the target is remembered by; {@code null} where every start has to read the revisions, as for steps:
     * where they lead is another place each time.
     */
    synchronized @Nullable String goal(Target target) {
        return inventory == null || target.isBareSteps() ? null : inventory.goal(target.toString());
    }

    /**
     * Looks, as soon as the database lets itself be looked at: a service may start before it.
     *
     * @param target what there may be nothing to do for; {@code null} to read the history in any case
     * @return {@code null} when there is nothing to do
     */
    @Nullable
    HistorySnapshot with(Connector connector, @Nullable Target target) {
        AtomicReference<@Nullable String> goal = new AtomicReference<>();
        Session session = connector.openToLook(
                settings.execution().connectRetries(), () -> goal.set(target == null ? null : goalOnce(target)));
        Database database = Database.of(session);
        session.answerWithin(settings.execution().answerTimeout());
        Glance glance = new History(database, settings.tables()).look(session, goal.get());
        Arrival arrival = glance.arrival();
        if (arrival == null) {
            return glance.history();
        }
        welcome.nothingToDo(arrival);
        return null;
    }
}
