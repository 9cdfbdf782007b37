package dev.instar.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A statement that must change a known number of rows.
 *
 * @param arguments the values of its parameters, in order; each is sent as the text it becomes
 * @param rows how many
 * @param isCertain whether the server itself refuses it where it would change fewer
 * @param otherwise says what is wrong when it changes fewer
 */
public record Change(
        String sql,
        List<@Nullable Object> arguments,
        int rows,
        boolean isCertain,
        Supplier<? extends RuntimeException> otherwise) {

    /** A change of one row, if there is one. */
    public Change(String sql, List<@Nullable Object> arguments, Supplier<? extends RuntimeException> otherwise) {
        this(sql, arguments, 1, false, otherwise);
    }

    /** A change of one row, or an error of the server's own unless something in the table makes it skip the row. */
    public static Change certain(
            String sql, List<@Nullable Object> arguments, Supplier<? extends RuntimeException> otherwise) {
        return new Change(sql, arguments, 1, true, otherwise);
    }

    public Change {
        arguments = Collections.unmodifiableList(arguments);
    }

    /**
     * Makes several changes as one, which does not know any more whose row is missing.
     *
     * @param sql takes all their arguments, one after the other
     */
    public static Change together(String sql, List<Change> changes) {
        List<@Nullable Object> all = new ArrayList<>();
        boolean areCertain = true;
        for (Change change : changes) {
            all.addAll(change.arguments());
            areCertain &= change.isCertain();
        }
        return new Change(sql, all, changes.size(), areCertain, changes.get(0).otherwise());
    }
}
