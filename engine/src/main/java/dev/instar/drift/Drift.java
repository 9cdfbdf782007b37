package dev.instar.drift;

import java.time.Instant;
import java.util.List;

/**
 * What is not as it was left.
 *
 * @param since when the schema was looked at last to be remembered
 * @param objects what has become of what: {@code removed index public.users_email}
 */
public record Drift(Instant since, List<String> objects) {

    public Drift {
        objects = List.copyOf(objects);
    }

    /** Whether everything is as it was left. */
    public boolean isEmpty() {
        return objects.isEmpty();
    }
}
