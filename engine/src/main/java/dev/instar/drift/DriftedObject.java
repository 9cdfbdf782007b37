package dev.instar.drift;

import java.util.Locale;

/**
 * An object that is not as it was left.
 *
 * @param name as people call it: {@code index public.users_email}
 */
public record DriftedObject(Kind kind, String name) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
