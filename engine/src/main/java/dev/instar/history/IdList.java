package dev.instar.history;

import dev.instar.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several ids in one column, separated by commas, which no id can contain. */
final class IdList {

    private IdList() {}

    static String write(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(","));
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
