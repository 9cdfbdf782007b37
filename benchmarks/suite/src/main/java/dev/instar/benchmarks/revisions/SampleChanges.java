package dev.instar.benchmarks.revisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The revisions of the sample application: a schema that somebody could really have. */
public final class SampleChanges {

    private static final String UPGRADE = "-- @upgrade\n";
    private static final String DOWNGRADE = "-- @downgrade\n";

    private SampleChanges() {}

    public static List<Change> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        List<Change> changes = new ArrayList<>();
        for (Path file : files) {
            changes.add(read(file, changes.size() + 1));
        }
        return changes;
    }

    private static Change read(Path file, int number) throws IOException {
        String text = Files.readString(file);
        int upgrade = text.indexOf(UPGRADE);
        int downgrade = text.indexOf(DOWNGRADE);
        int end = downgrade < 0 ? text.length() : downgrade;
        String up = upgrade < 0 ? text.substring(0, end) : text.substring(upgrade + UPGRADE.length(), end);
        String down = downgrade < 0 ? "" : text.substring(downgrade + DOWNGRADE.length());
        return new Change(number, "sample_" + number, withoutDirectives(up), withoutDirectives(down), file);
    }

    /** What is left of a merge is nothing, and not every tool takes nothing for a script. */
    private static String withoutDirectives(String sql) {
        String left = sql.replaceAll("(?m)^-- @.*\n", "");
        return left.isBlank() ? "SELECT 1;\n" : left;
    }
}
