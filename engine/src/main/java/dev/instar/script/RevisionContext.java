package dev.instar.script;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a revision written in Java works with. Valid until its method returns. */
public interface RevisionContext {

    /** The connection of the run, inside the transaction of the revision. */
    JdbcClient jdbc();

    /** The values of the placeholders, by their names. */
    Map<String, String> placeholders();

    /** Tells listeners how far the work has come; the total is 0 while nobody knows it. */
    void progress(long done, long total);
}
