package dev.instar.history;

import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Several ids in one column, separated by commas, which no id can contain. */
public final class IdList {

    private IdList() {}

    /** The text of such a column. */
    public static String write(List<RevisionId> ids) {
        StringJoiner column = new StringJoiner(",");
        for (RevisionId id : ids) {
            column.add(id.value());
        }
        return column.toString();
    }

    static List<RevisionId> read(String column) {
        List<RevisionId> ids = new ArrayList<>();
        for (String part : parts(column)) {
            ids.add(new RevisionId(part));
        }
        return ids;
    }

    /** The ids as they are written, whether or not they can be ids. */
    static List<String> parts(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(",", -1));
    }
}
