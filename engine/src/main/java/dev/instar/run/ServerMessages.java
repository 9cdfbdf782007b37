package dev.instar.run;

import dev.instar.database.ServerMessage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what the server says about the statement it is at, as long as that can be read. Two threads talk to it. */
final class ServerMessages {

    private static final Logger log = LoggerFactory.getLogger(ServerMessage.LOG);
    private static final int MOST = 100;

    private final LockedSession locked;
    private long heard;

    ServerMessages(LockedSession locked) {
        this.locked = locked;
    }

    /** Takes what has been said by now, before it becomes too much to keep. */
    synchronized void hear(CurrentStatement at) {
        List<ServerMessage> messages = locked.database().messages(locked.session());
        for (ServerMessage message : messages) {
            if (++heard > MOST) {
                continue;
            }
            if (message.isWarning()) {
                log.warn("{}: {}", at.place(), message.text());
            } else {
                log.debug("{}: {}", at.place(), message.text());
            }
        }
    }

    /** The statement has ended. */
    synchronized void end(CurrentStatement at) {
        hear(at);
        if (heard > MOST) {
            log.warn("{}: The server said {} more like this.", at.place(), heard - MOST);
        }
        heard = 0;
    }
}
