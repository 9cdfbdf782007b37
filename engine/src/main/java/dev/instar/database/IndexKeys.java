package dev.instar.database;

import dev.instar.sql.Brackets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the keys of an index in the server's definition of it. The server tells the column or expression of a key by
 * itself, but collation, operator class and order only within the whole definition.
 */
final class IndexKeys {

    private IndexKeys() {}

    /**
     * The keys with everything that is said about each.
     *
     * @param definition from the first key on
     */
    static List<String> of(String definition, List<String> bareKeys) {
        List<String> keys = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bareKeys.size(); i++) {
            int behind = from + bareKeys.get(i).length();
            int end = i + 1 < bareKeys.size()
                    ? definition.indexOf(", " + bareKeys.get(i + 1), behind)
                    : Brackets.closing(definition, behind);
            keys.add(definition.substring(from, end));
            from = end + 2;
        }
        if (from > definition.length() + 1) {
            throw new IllegalStateException("The definition of an index ends within its keys: " + definition);
        }
        return List.copyOf(keys);
    }
}
