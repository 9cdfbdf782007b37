package dev.instar.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names several things in a sentence: {@code 'a', 'b' and 'c'}. A long list is cut, and says by how much. */
public final class Listing {

    private static final int LONGEST = 10;

    private Listing() {}

    public static String of(Collection<?> items) {
        return join(items, "and");
    }

    public static String ofAlternatives(Collection<?> items) {
        return join(items, "or");
    }

    private static String join(Collection<?> items, String last) {
        List<String> named = new ArrayList<>();
        for (Object item : items) {
            if (named.size() == LONGEST && items.size() > LONGEST) {
                named.add("%d more".formatted(items.size() - LONGEST));
                break;
            }
            named.add("'" + item + "'");
        }
        if (named.size() < 2) {
            return String.join("", named);
        }
        return "%s %s %s"
                .formatted(String.join(", ", named.subList(0, named.size() - 1)), last, named.get(named.size() - 1));
    }
}
