package dev.instar.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one was probably meant to be. */
public final class Suggestion {

    private static final int MOST = 3;

    private Suggestion() {}

    /**
     * Asks "Did you mean 'x' or 'y'?", nearest name first, or says the other sentence when nothing is near.
     *
     * @param otherwise what to do when no known name resembles the typed one
     */
    public static String didYouMean(String typed, Collection<String> known, String otherwise) {
        List<String> near = nearest(typed, known);
        return near.isEmpty() ? otherwise : "Did you mean %s?".formatted(Listing.ofAlternatives(near));
    }

    private static List<String> nearest(String typed, Collection<String> known) {
        String folded = typed.toLowerCase(Locale.ROOT);
        int farthest = Math.max(1, folded.length() / 3);
        return known.stream()
                .distinct()
                .filter(name -> Math.abs(name.length() - folded.length()) <= farthest)
                .map(name -> new Candidate(name, distance(folded, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= farthest)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    /** How many letters must be changed, added, left out or swapped with their neighbour. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                boolean same = from.charAt(line - 1) == to.charAt(column - 1);
                row[column] = Math.min(last[column - 1] + (same ? 0 : 1), Math.min(last[column], row[column - 1]) + 1);
                if (isSwap(from, line, to, column)) {
                    row[column] = Math.min(row[column], beforeLast[column - 2] + 1);
                }
            }
        }
        return row[to.length()];
    }

    private static boolean isSwap(String from, int line, String to, int column) {
        return line > 1
                && column > 1
                && from.charAt(line - 1) == to.charAt(column - 2)
                && from.charAt(line - 2) == to.charAt(column - 1);
    }
}
