package dev.instar.history;

import dev.instar.revision.RevisionId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several ids in one column, separated by commas, which no id can contain. */
final class IdList {

    private IdList() {}

    static String write(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(","));
    }

    static List<RevisionId> read(String column) {
        return parts(column).map(RevisionId::new).toList();
    }

    /** The ids as they are written, whether or not they can be ids. */
    static Stream<String> parts(String column) {
        return column.isEmpty() ? Stream.empty() : Stream.of(column.split(",", -1));
    }
}
