package dev.instar.revision.expression;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From somewhere to somewhere: {@code base:heads}, {@code 7c1f:}, {@code :+2}. Starts from several places at once when
 * they are separated by commas: {@code d1,d2:heads}.
 *
 * @param from where it starts; empty when it is left out
 * @param to where it ends; {@code null} when it is left out
 */
public record TargetRange(List<Target> from, @Nullable Target to) {

    public TargetRange {
        from = List.copyOf(from);
    }

    /**
     * Reads a range.
     *
     * @throws InvalidTargetException with what is wrong and what is wanted
     */
    public static TargetRange parse(String text) {
        return new TargetParser(text).range();
    }

    /** Reads a range, or a single target as a range that ends there. */
    public static TargetRange parseOrEndingAt(String text) {
        return new TargetParser(text).rangeOrTarget();
    }

    @Override
    public String toString() {
        return from.stream().map(Target::toString).collect(Collectors.joining(",")) + ":" + (to == null ? "" : to);
    }
}
