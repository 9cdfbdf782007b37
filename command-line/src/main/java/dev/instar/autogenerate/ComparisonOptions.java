package dev.instar.autogenerate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison is about.
 *
 * @param extent how far the word of the source goes; {@code null} for what is usual for it
 * @param renames what is the same under another name: {@code old:new}, {@code table.old:new}
 */
public record ComparisonOptions(
        TableFilter filter, @Nullable Extent extent, List<String> renames) {

    /** Everything the source usually speaks of, and nothing renamed. */
    public static final ComparisonOptions DEFAULT = new ComparisonOptions(TableFilter.ALL, null, List.of());

    public ComparisonOptions {
        renames = List.copyOf(renames);
    }

    /** The same with these renames. */
    public ComparisonOptions withRenames(List<String> others) {
        return new ComparisonOptions(filter, extent, others);
    }
}
