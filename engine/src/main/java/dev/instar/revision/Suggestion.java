package dev.instar.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Turns an unknown word and the known ones into a sentence that helps. */
public final class Suggestion {

    private Suggestion() {}

    /** Names the known word that is most like the unknown one, or all of them when none is. */
    public static String of(String prefix, String unknown, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(word, unknown) <= Math.max(2, unknown.length() / 3))
                .min(Comparator.comparingInt(word -> distance(word, unknown)))
                .map(word -> "Did you mean '%s%s'?".formatted(prefix, word))
                .orElseGet(() -> "Known are %s."
                        .formatted(known.stream()
                                .map(word -> "'" + prefix + word + "'")
                                .collect(Collectors.joining(", "))));
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int i = 0; i <= right.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
