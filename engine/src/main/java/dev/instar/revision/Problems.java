package dev.instar.revision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems, so that a user sees all of them at once. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String what, @Nullable Origin where, String remedy) {
        add(new Problem(what, where, remedy));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public List<Problem> found() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws everything collected so far as one exception, if there is anything. */
    public void throwIfPresent() {
        if (!found.isEmpty()) {
            throw new InvalidRevisionsException(found);
        }
    }
}
