package dev.instar.diff;

import dev.instar.schema.Catalog;
import dev.instar.schema.Column;
import dev.instar.schema.ObjectPart;
import dev.instar.schema.Table;
import dev.instar.schema.UserType.Enumeration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    private static List<RenameCandidate> best(List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble(pair -> -pair.likeness()));
        List<RenameCandidate> best = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            List<String> both = List.of("-" + pair.from(), "+" + pair.to());
            if (pair.likeness() >= LIKELY && Collections.disjoint(taken, both)) {
                taken.addAll(both);
                best.add(pair.candidate());
            }
        }
        return best;
    }

    private List<Pair> tables() {
        List<Table> gone = missing(before, after);
        List<Table> fresh = missing(after, before);
        List<Pair> pairs = new ArrayList<>();
        for (Table old : gone) {
            for (Table wanted : fresh) {
                if (wanted.name().schema().equals(old.name().schema())) {
                    pairs.add(pair(old, wanted));
                }
            }
        }
        return pairs;
    }

    private static List<Table> missing(Catalog catalog, Catalog other) {
        return catalog.all(Table.class)
                .filter(table -> other.find(table.id()) == null)
                .toList();
    }

    private static Pair pair(Table old, Table wanted) {
        int same = 0;
        int there = 0;
        for (Column column : old.columns()) {
            Column other = wanted.columns().find(column.name());
            same += other != null && other.type().equals(column.type()) ? 1 : 0;
            there++;
        }
        long all = Math.max(there, wanted.columns().stream().count());
        return new Pair(
                new RenameCandidate(
                        new Rename(ObjectPart.whole(old.id()), wanted.name().name()),
                        same + " of " + all + " columns are the same"),
                old.name().sql(),
                wanted.name().sql(),
                all == 0 ? 0 : (double) same / all);
    }

    private static List<Pair> columns(Table old, Table wanted) {
        List<Column> gone = missing(old, wanted);
        List<Column> fresh = missing(wanted, old);
        List<Pair> pairs = new ArrayList<>();
        for (Column from : gone) {
            for (Column to : fresh) {
                if (bare(to).equals(bare(from))) {
                    pairs.add(pair(old, from, to, isOnly(gone, from) && isOnly(fresh, to)));
                }
            }
        }
        return pairs;
    }

    private static List<Column> missing(Table table, Table other) {
        return table.columns().stream()
                .filter(column -> !column.inherited() && other.columns().find(column.name()) == null)
                .toList();
    }

    /** The type; who renames a column may make it longer on the way. */
    private static String bare(Column column) {
        return column.type().replaceAll("\\(\\d+(,\\d+)?\\)", "");
    }

    private static boolean isOnly(List<Column> columns, Column one) {
        return columns.stream()
                .allMatch(column -> column.equals(one) || !bare(column).equals(bare(one)));
    }

    private static Pair pair(Table table, Column from, Column to, boolean onlyOnes) {
        return new Pair(
                new RenameCandidate(
                        new Rename(ObjectPart.column(table.name(), from.name()), to.name()),
                        onlyOnes
                                ? "the only two of type " + bare(from)
                                : "both of type " + bare(from) + ", with similar names"),
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
