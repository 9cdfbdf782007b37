package dev.instar.lock;

import dev.instar.revision.InstarException;

/** Something between here and the server hands out its sessions to several clients. Nothing has been run. */
public final class PooledConnectionException extends InstarException {

    public PooledConnectionException() {
        super(
                "The connection leads through a pooler, which may give each transaction to another server session: the"
                        + " migration lock would be lost, or kept for ever.",
                "Set 'instar.url' to the database's own address; or, when there is no other way to it, set"
                        + " 'instar.lock.type=lease'; or, when the pooler is known to keep one server session for each"
                        + " client, set 'instar.allow-pooler=true'.");
    }
}
