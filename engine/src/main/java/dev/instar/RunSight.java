package dev.instar;

import dev.instar.database.Database;
import dev.instar.database.LockHolder;
import dev.instar.history.Journal;
import dev.instar.history.RunRecord;
import dev.instar.history.RunState;
import dev.instar.history.TableNames;
import dev.instar.jdbc.Session;
import dev.instar.lock.Lease;
import dev.instar.lock.LockKey;
import dev.instar.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells, from the journal and the migration lock, which runs there are and whether one is still alive. */
final class RunSight {

    private final Session session;
    private final Database database;
    private final TableNames tables;

    RunSight(Session session, Database database, TableNames tables) {
        this.session = session;
        this.database = database;
        this.tables = tables;
    }

    /** The latest runs, last one first; one that has begun and whose process is gone is said to be lost. */
    List<RunRecord> runs(int most) {
        return seen(new Journal(database, tables).runs(session, most));
    }

    /** The same, and with them the changes of the history alone. */
    List<RunRecord> everything(int most) {
        return seen(new Journal(database, tables).everything(session, most));
    }

    private List<RunRecord> seen(List<RunRecord> runs) {
        String holder = null;
        List<RunRecord> seen = new ArrayList<>();
        for (RunRecord run : runs) {
            if (run.state() == RunState.BEGUN) {
                holder = holder == null ? holder() : holder;
                boolean alive = holder.startsWith(Run.sessionName(run.id()));
                seen.add(run.inState(alive ? RunState.RUNNING : RunState.LOST));
            } else {
                seen.add(run);
            }
        }
        return seen;
    }

    /** The first of them that is running, or that is not. */
    static @Nullable RunRecord first(List<RunRecord> runs, boolean running) {
        for (RunRecord run : runs) {
            if (run.isRunning() == running) {
                return run;
            }
        }
        return null;
    }

    private String holder() {
        TableNames resolved = tables.orIn(database.currentSchema(session));
        LockHolder holder =
                database.lockHolder(session, LockKey.of(resolved.historyName()).value());
        if (holder == null) {
            holder = Lease.holder(database, session, resolved.schema(), resolved.history());
        }
        return holder == null ? "" : holder.application();
    }
}
