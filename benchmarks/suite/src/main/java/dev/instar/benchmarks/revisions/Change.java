package dev.instar.benchmarks.revisions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One revision, before it is written down for one of the tools.
 *
 * @param number counted from one
 * @param original the file it comes from, for the tool whose language that is
 */
public record Change(
        int number,
        String slug,
        String upgrade,
        String downgrade,
        @Nullable Path original) {

    Change(int number, String slug, String upgrade, String downgrade) {
        this(number, slug, upgrade, downgrade, null);
    }

    String id() {
        return "%05d".formatted(number);
    }
}
