package dev.instar.jdbc;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A statement that must change exactly one row.
 *
 * @param arguments the values of its parameters, in order
 * @param otherwise says what is wrong when it changes none
 */
public record Change(String sql, List<@Nullable Object> arguments, Supplier<? extends RuntimeException> otherwise) {

    public Change {
        arguments = Collections.unmodifiableList(arguments);
    }
}
