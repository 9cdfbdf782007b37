package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what looks like a rename: something is gone, and something much like it is new. */
record Candidates(Catalog before, Catalog after) {

    private static final double LIKELY = 0.5;

    /** Two things that might be one, and how much speaks for it. */
    private record Pair(RenameCandidate candidate, String from, String to, double likeness) {}

    List<RenameCandidate> list() {
        List<RenameCandidate> candidates = new ArrayList<>(best(tables()));
        before.all(Table.class).forEach(old -> {
            Table wanted = after.table(old.name());
            if (wanted != null) {
                candidates.addAll(best(columns(old, wanted)));
            }
        });
        before.all(Enumeration.class).forEach(old -> {
            if (after.find(old.id()) instanceof Enumeration wanted) {
                candidates.addAll(values(old, wanted));
            }
        });
        return List.copyOf(candidates);
    }

    /** Each thing at most once, the likeliest pairs first. */
    private static List<RenameCandidate> best(Stream<Pair> pairs) {
        Set<String> taken = new LinkedHashSet<>();
        return pairs.filter(pair -> pair.likeness() >= LIKELY)
                .sorted(Comparator.comparingDouble(Pair::likeness).reversed())
                .filter(pair -> !taken.contains("-" + pair.from()) && !taken.contains("+" + pair.to()))
                .peek(pair -> taken.addAll(List.of("-" + pair.from(), "+" + pair.to())))
                .map(Pair::candidate)
                .toList();
    }

    private Stream<Pair> tables() {
        return before.all(Table.class)
                .filter(old -> after.find(old.id()) == null)
                .flatMap(old -> after.all(Table.class)
                        .filter(wanted -> before.find(wanted.id()) == null)
                        .filter(wanted ->
                                wanted.name().schema().equals(old.name().schema()))
                        .map(wanted -> pair(old, wanted)));
    }

    private static Pair pair(Table old, Table wanted) {
        long all = Math.max(
                old.columns().stream().count(), wanted.columns().stream().count());
        long same = old.columns().stream()
                .filter(column -> wanted.columns().stream().anyMatch(other -> isAlike(column, other)))
                .count();
        String to = wanted.name().name();
        return new Pair(
                new RenameCandidate(
                        new Rename(ObjectPart.whole(old.id()), to),
                        "%d of %d columns are the same".formatted(same, all)),
                old.name().sql(),
                wanted.name().sql(),
                all == 0 ? 0 : (double) same / all);
    }

    private static boolean isAlike(Column column, Column other) {
        return column.name().equals(other.name()) && column.type().equals(other.type());
    }

    private static Stream<Pair> columns(Table old, Table wanted) {
        List<Column> gone = missing(old, wanted);
        List<Column> fresh = missing(wanted, old);
        return gone.stream()
                .flatMap(from -> fresh.stream()
                        .filter(to -> bare(to.type()).equals(bare(from.type())))
                        .map(to -> pair(old, from, to, isOnly(gone, from) && isOnly(fresh, to))));
    }

    private static List<Column> missing(Table table, Table other) {
        return table.columns().stream()
                .filter(column -> !column.inherited() && other.columns().find(column.name()) == null)
                .toList();
    }

    /** Who renames a column may make it longer on the way. */
    private static String bare(String type) {
        return type.replaceAll("\\(\\d+(,\\d+)?\\)", "");
    }

    private static boolean isOnly(List<Column> columns, Column one) {
        return columns.stream()
                        .filter(column -> bare(column.type()).equals(bare(one.type())))
                        .count()
                == 1;
    }

    private static Pair pair(Table table, Column from, Column to, boolean onlyOnes) {
        return new Pair(
                new RenameCandidate(
                        new Rename(ObjectPart.column(table.name(), from.name()), to.name()),
                        onlyOnes
                                ? "the only two of type " + bare(from.type())
                                : "both of type %s, with similar names".formatted(bare(from.type()))),
                from.name(),
                to.name(),
                Math.max(onlyOnes ? LIKELY : 0, likeness(from.name(), to.name())));
    }

    private static List<RenameCandidate> values(Enumeration old, Enumeration wanted) {
        List<RenameCandidate> candidates = new ArrayList<>();
        if (old.values().size() == wanted.values().size()) {
            for (int i = 0; i < old.values().size(); i++) {
                String from = old.values().get(i);
                String to = wanted.values().get(i);
                if (!wanted.values().contains(from) && !old.values().contains(to)) {
                    candidates.add(new RenameCandidate(
                            new Rename(new ObjectPart(old.id(), from), to), "both stand in the same place"));
                }
            }
        }
        return candidates;
    }

    /** The share of their characters that they have in common, in order: 1 for equal ones, 0 for strangers. */
    private static double likeness(String first, String second) {
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
