package dev.instar.test;

import dev.instar.Instar;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;

/** The database of one test class: its name is known at once, and it exists from the moment somebody says what is in it. */
final class Clone {

    private final TestServer server;
    private final ClonedDatabase database;
    private final AtomicInteger holders = new AtomicInteger();
    private boolean exists;

    Clone(TestServer server) {
        this.server = server;
        this.database = server.database(TestServer.newName());
    }

    /** Where it is, or will be. */
    ClonedDatabase address() {
        return database;
    }

    /** Somebody needs it for longer than the test class. */
    void hold() {
        holders.incrementAndGet();
    }

    void letGo() {
        holders.decrementAndGet();
    }

    boolean isHeld() {
        return holders.get() > 0;
    }

    boolean isDisposable() {
        return server.disposable();
    }

    /** Copies the template of these revisions, unless there is a copy already. */
    synchronized void create(Instar source) {
        if (!exists) {
            Template.of(server, source).copyTo(database.name());
            exists = true;
        }
    }

    /** Creates it without anything in it. */
    synchronized void createEmpty() {
        server.execute("CREATE DATABASE " + database.name());
        exists = true;
    }

    synchronized void drop() {
        if (exists) {
            exists = false;
            server.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database.name()));
        }
    }

    /** When the JVM ends, a server of its own may be gone before. */
    void dropQuietly() {
        try {
            drop();
        } catch (DataAccessException gone) {
            exists = false;
        }
    }
}
