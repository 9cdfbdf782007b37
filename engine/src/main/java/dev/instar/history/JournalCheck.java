package dev.instar.history;

import java.util.List;

/**
 * Whether the journal is what was written.
 *
 * @param lines how many lines were checked
 * @param broken the numbers ({@code id}) of the lines that do not fit to the line before them: they were edited, or
 *     something before them was taken out or put in
 */
public record JournalCheck(long lines, List<Long> broken) {

    public JournalCheck {
        broken = List.copyOf(broken);
    }

    public boolean isIntact() {
        return broken.isEmpty();
    }
}
