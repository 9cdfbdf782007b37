package dev.instar.diff;

/** How alike two names are. */
final class Likeness {

    private Likeness() {}

    /** The share of their characters that they have in common, in order: 1 for equal ones, 0 for strangers. */
    static double of(String first, String second) {
        int[] row = new int[second.length() + 1];
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= second.length(); j++) {
                int above = row[j];
                row[j] = first.charAt(i - 1) == second.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[second.length()] / (first.length() + second.length());
    }
}
