package dev.instar.drift;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is not as it was left.
 *
 * @param since when the schema was looked at last to be remembered
 * @param run the last run that had begun by then
 * @param objects what has become of what: {@code removed index public.users_email}
 */
public record Drift(Instant since, UUID run, List<String> objects) {

    public Drift {
        objects = List.copyOf(objects);
    }

    /** The same, with these objects. */
    Drift with(List<String> others) {
        return new Drift(since, run, others);
    }

    /** Whether everything is as it was left. */
    public boolean isEmpty() {
        return objects.isEmpty();
    }
}
