package dev.instar.boot.actuate;

import dev.instar.boot.MigratedDatabase;
import dev.instar.revision.Listing;
import dev.instar.revision.Suggestion;
import dev.instar.revision.expression.InvalidTargetException;
import dev.instar.revision.expression.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request as it was meant, after everything that can be wrong with its words. */
record WriteRequest(MigratedDatabase database, Operation operation, Target target, boolean dryRun) {

    private static final List<String> NAMES = List.of("operation", "target", "database", "dryRun");

    /** What somebody can send who is not sure. */
    static final String EXAMPLE =
            "Send, for example, '{\"operation\":\"upgrade\",\"target\":\"heads\",\"dryRun\":true}'.";

    /** No revision, label or database has a longer name, and an answer repeats what it was asked. */
    private static final int LONGEST = 200;

    /** Refuses a name that nothing is called by: whoever misspells 'dryRun' would get what they did not want. */
    static void refuseUnknown(Set<String> names) {
        for (String name : new TreeSet<>(names)) {
            refuseLong("A name", name);
            if (!NAMES.contains(name)) {
                throw RefusedException.invalid(
                        "There is no '%s' in a request.".formatted(name),
                        Suggestion.didYouMean(name, NAMES, "There is %s.".formatted(Listing.of(NAMES))));
            }
        }
    }

    static WriteRequest of(
            @Nullable String operation,
            @Nullable String target,
            @Nullable String database,
            @Nullable String dryRun,
            List<MigratedDatabase> databases) {
        refuseLong("The 'operation'", operation);
        refuseLong("The 'target'", target);
        refuseLong("The 'database'", database);
        refuseLong("'dryRun'", dryRun);
        return new WriteRequest(database(database, databases), operation(operation), target(target), dryRun(dryRun));
    }

    private static void refuseLong(String what, @Nullable String word) {
        if (word != null && word.length() > LONGEST) {
            throw RefusedException.invalid(
                    "%s in the request has %d characters.".formatted(what, word.length()), EXAMPLE);
        }
    }

    private static Operation operation(@Nullable String word) {
        if (word == null) {
            throw RefusedException.invalid("The request says no 'operation'.", EXAMPLE);
        }
        return Operation.of(word)
                .orElseThrow(() -> RefusedException.invalid(
                        "There is no operation '%s'.".formatted(word),
                        Suggestion.didYouMean(
                                word, Operation.words(), "There is %s.".formatted(Listing.of(Operation.words())))));
    }

    private static Target target(@Nullable String words) {
        if (words == null) {
            throw RefusedException.invalid("The request says no 'target'.", EXAMPLE);
        }
        try {
            return Target.parse(words);
        } catch (InvalidTargetException unreadable) {
            throw RefusedException.invalid(unreadable);
        }
    }

    private static boolean dryRun(@Nullable String word) {
        if (word == null || word.equals("true") || word.equals("false")) {
            return Boolean.parseBoolean(word);
        }
        throw RefusedException.invalid(
                "'dryRun' is '%s', which is neither true nor false.".formatted(word), "Say 'true' or 'false'.");
    }

    private static MigratedDatabase database(@Nullable String name, List<MigratedDatabase> databases) {
        List<String> names = databases.stream().map(MigratedDatabase::name).toList();
        if (name == null && databases.size() != 1) {
            throw RefusedException.invalid(
                    "The request does not say which 'database' is meant.", "There is %s.".formatted(Listing.of(names)));
        }
        return databases.stream()
                .filter(database -> name == null || database.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid(
                        "There is no database '%s'.".formatted(name),
                        Suggestion.didYouMean(
                                String.valueOf(name), names, "There is %s.".formatted(Listing.of(names)))));
    }
}
