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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what looks like a rename: something is gone, and something much like it is new. */
record Candidates(Catalog before, Catalog after) {

    private static final double LIKELY = 0.5;

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
    private static List<RenameCandidate> best(Map<RenameCandidate, Double> likeness) {
        List<Map.Entry<RenameCandidate, Double>> pairs = new ArrayList<>(likeness.entrySet());
        pairs.removeIf(pair -> pair.getValue() < LIKELY);
        pairs.sort(Comparator.comparingDouble(pair -> -pair.getValue()));
        List<RenameCandidate> best = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (Map.Entry<RenameCandidate, Double> pair : pairs) {
            Rename rename = pair.getKey().rename();
            List<Object> both = List.of(rename.from(), rename.reverse().from());
            if (Collections.disjoint(taken, both)) {
                taken.addAll(both);
                best.add(pair.getKey());
            }
        }
        return best;
    }

    private Map<RenameCandidate, Double> tables() {
        List<Table> fresh = missing(after, before);
        Map<RenameCandidate, Double> pairs = new LinkedHashMap<>();
        for (Table old : missing(before, after)) {
            for (Table wanted : fresh) {
                if (wanted.name().schema().equals(old.name().schema())) {
                    add(pairs, old, wanted);
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

    private static void add(Map<RenameCandidate, Double> pairs, Table old, Table wanted) {
        int same = 0;
        int there = 0;
        for (Column column : old.columns()) {
            Column other = wanted.columns().find(column.name());
            same += other != null && other.type().equals(column.type()) ? 1 : 0;
            there++;
        }
        long all = Math.max(there, wanted.columns().stream().count());
        Rename rename = new Rename(ObjectPart.whole(old.id()), wanted.name().name());
        pairs.put(
                new RenameCandidate(rename, same + " of " + all + " columns are the same"),
                all == 0 ? 0 : (double) same / all);
    }

    private static Map<RenameCandidate, Double> columns(Table old, Table wanted) {
        List<Column> gone = missing(old, wanted);
        List<Column> fresh = missing(wanted, old);
        Map<RenameCandidate, Double> pairs = new LinkedHashMap<>();
        for (Column from : gone) {
            for (Column to : fresh) {
                if (bare(to).equals(bare(from))) {
                    add(
                            pairs,
                            new Rename(ObjectPart.column(old.name(), from.name()), to.name()),
                            bare(from),
                            isOnly(gone, from) && isOnly(fresh, to));
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

    private static void add(Map<RenameCandidate, Double> pairs, Rename rename, String type, boolean areOnlyOnes) {
        String reason = areOnlyOnes ? "the only two of type " + type : "both of type " + type + ", with similar names";
        pairs.put(
                new RenameCandidate(rename, reason),
                Math.max(areOnlyOnes ? LIKELY : 0, likeness(rename.from().column(), rename.to())));
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
