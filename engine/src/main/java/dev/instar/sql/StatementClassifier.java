package dev.instar.sql;

import java.util.Set;

/** Knows which leading words make which kind of statement. */
final class StatementClassifier {

    private static final Set<String> DATA = Set.of("insert", "update", "delete", "merge");
    private static final Set<String> QUERIES = Set.of("select", "values", "table");
    private static final Set<String> BEFORE_A_NAME = Set.of("with", "recursive", ",", "by", "set", "to");
    private static final Set<String> MANY_INDEXES = Set.of("schema", "database", "system");
    /** PostgreSQL takes one for the other. */
    private static final Set<String> STANDARD_STREAM = Set.of("stdin", "stdout");

    private StatementClassifier() {}

    static StatementKind kindOf(StatementWords words) {
        while (words.is("(")) {
            words.enter();
        }
        String first = words.current();
        words.advance();
        return switch (first) {
            case "begin", "start", "commit", "end", "abort" -> StatementKind.TRANSACTION_CONTROL;
            case "rollback" -> rollback(words);
            case "savepoint", "release" -> StatementKind.SAVEPOINT;
            case "prepare" -> prepare(words);
            case "copy" -> copy(words);
            case "create", "alter", "drop" -> DefinitionClassifier.kindOf(first, words);
            case "comment", "grant", "revoke", "security", "reassign", "refresh", "truncate", "import" ->
                StatementKind.DEFINITION;
            case "reindex" -> reindex(words);
            case "vacuum" -> StatementKind.VACUUM;
            case "cluster" -> cluster(words);
            case "discard" -> words.is("all") ? StatementKind.DISCARD_ALL : StatementKind.OTHER;
            case "call" -> StatementKind.CALL;
            case "do" -> StatementKind.DO;
            case "set", "reset" -> StatementKind.SETTING;
            case "insert", "update", "delete", "merge" -> StatementKind.DATA;
            case "select", "values", "table", "explain", "show" -> StatementKind.QUERY;
            case "with" -> with(words);
            default -> StatementKind.OTHER;
        };
    }

    private static StatementKind prepare(StatementWords words) {
        boolean transaction = words.skip("transaction") && words.current().endsWith("'");
        return transaction ? StatementKind.TRANSACTION_CONTROL : StatementKind.OTHER;
    }

    private static StatementKind rollback(StatementWords words) {
        if (words.is("work") || words.is("transaction")) {
            words.advance();
        }
        return words.is("to") ? StatementKind.SAVEPOINT : StatementKind.TRANSACTION_CONTROL;
    }

    private static StatementKind copy(StatementWords words) {
        while (!words.atEnd() && !words.is("from") && !words.is("to")) {
            words.advance();
        }
        boolean reading = words.is("from");
        words.advance();
        if (words.isOneOf(STANDARD_STREAM)) {
            return reading ? StatementKind.COPY_FROM_STDIN : StatementKind.COPY_TO_STDOUT;
        }
        return reading ? StatementKind.DATA : StatementKind.OTHER;
    }

    private static StatementKind reindex(StatementWords words) {
        boolean concurrently = words.skipOptions("concurrently");
        boolean many = words.isOneOf(MANY_INDEXES);
        words.advance();
        if (concurrently || words.is("concurrently")) {
            return StatementKind.REINDEX_CONCURRENTLY;
        }
        return many ? StatementKind.REINDEX_DATABASE : StatementKind.REINDEX;
    }

    private static StatementKind cluster(StatementWords words) {
        words.skipOptions("verbose");
        words.skip("verbose");
        return words.atEnd() ? StatementKind.CLUSTER_ALL : StatementKind.OTHER;
    }

    /** The main statement begins at the first such word that is not the name of a common table expression. */
    private static StatementKind with(StatementWords words) {
        String before = "with";
        while (!words.atEnd()) {
            if (!BEFORE_A_NAME.contains(before)) {
                if (words.isOneOf(DATA)) {
                    return StatementKind.DATA;
                }
                if (words.isOneOf(QUERIES)) {
                    return StatementKind.QUERY;
                }
            }
            before = words.current();
            words.advance();
        }
        return StatementKind.QUERY;
    }
}
