package dev.instar.boot.command;

import dev.instar.autogenerate.SchemaComparison;
import dev.instar.diff.Change;
import dev.instar.diff.RenameCandidate;
import dev.instar.revision.Listing;
import dev.instar.schema.ObjectPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a comparison found, for people and for machines. */
record ComparisonText(SchemaComparison comparison, Style style) {

    /** Who wants it, in a sentence. */
    static String wants(SchemaComparison comparison) {
        return comparison.source() + (comparison.source().endsWith("s") ? " want" : " wants");
    }

    /** One line for each change; what loses something stands out. */
    void changes(Consumer<String> lines) {
        for (Change change : comparison.difference().changes()) {
            String line = change.action() + "  " + change.subject();
            lines.accept(change.loss() == null ? line : style.red("%s  (loses %s)".formatted(line, change.loss())));
        }
    }

    /** What is no change, and somebody should know. */
    void remarks(Consumer<String> lines) {
        for (RenameCandidate candidate : comparison.candidates()) {
            lines.accept("Perhaps renamed: %s to '%s' (%s). Say so with '--rename %s'."
                    .formatted(
                            candidate.rename().from(), candidate.rename().to(), candidate.reason(), word(candidate)));
        }
        if (!comparison.leftAlone().isEmpty()) {
            lines.accept("Left alone, since %s not know of it: %s."
                    .formatted(
                            comparison.source() + (comparison.source().endsWith("s") ? " do" : " does"),
                            Listing.of(comparison.leftAlone())));
        }
        if (!comparison.unmodelled().isEmpty()) {
            lines.accept("Left alone, since Instar has no model for it: %s."
                    .formatted(Listing.of(comparison.unmodelled().stream()
                            .map(object -> object.kind() + " " + object.name())
                            .toList())));
        }
    }

    /** The rename as {@code --rename} takes it. */
    static String word(RenameCandidate candidate) {
        ObjectPart from = candidate.rename().from();
        String object =
                from.object().name().schema() + "." + from.object().name().name();
        return object + (from.isWhole() ? "" : "." + from.column()) + ":"
                + candidate.rename().to();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "changes",
                comparison.difference().changes().stream()
                        .map(ComparisonText::json)
                        .toList());
        json.put(
                "renameCandidates",
                comparison.candidates().stream().map(ComparisonText::word).toList());
        json.put(
                "leftAlone",
                comparison.leftAlone().stream().map(Object::toString).toList());
        json.put(
                "unmodelled",
                comparison.unmodelled().stream()
                        .map(object -> object.kind() + " " + object.name())
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action", change.action());
        json.put("object", change.subject().toString());
        json.put("sql", change.sql());
        json.put("destructive", change.isDestructive());
        json.put("reverse", List.copyOf(change.reverse().sql()));
        return json;
    }
}
