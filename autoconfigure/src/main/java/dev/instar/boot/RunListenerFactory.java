package dev.instar.boot;

import dev.instar.run.RunListener;

/**
 * Makes listeners that have to know which database they listen to. Beans of this type are asked once for each database;
 * a listener that does not care can be a bean of type {@link RunListener} itself.
 */
@FunctionalInterface
public interface RunListenerFactory {

    /** The listener of the runs on the database of this name. */
    RunListener listenTo(String database);
}
