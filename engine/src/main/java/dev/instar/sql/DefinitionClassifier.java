package dev.instar.sql;

/** Finds those among {@code CREATE}, {@code ALTER} and {@code DROP} that are a kind of their own. */
final class DefinitionClassifier {

    private DefinitionClassifier() {}

    static StatementKind kindOf(String verb, StatementWords words) {
        return switch (verb) {
            case "create" -> create(words);
            case "drop" -> drop(words);
            default -> alter(words);
        };
    }

    private static StatementKind create(StatementWords words) {
        words.skip("unique");
        String what = words.current();
        words.advance();
        return switch (what) {
            case "index" ->
                words.is("concurrently") ? StatementKind.CREATE_INDEX_CONCURRENTLY : StatementKind.DEFINITION;
            case "database" -> StatementKind.CREATE_DATABASE;
            case "tablespace" -> StatementKind.CREATE_TABLESPACE;
            case "subscription" -> StatementKind.CREATE_SUBSCRIPTION;
            default -> StatementKind.DEFINITION;
        };
    }

    private static StatementKind drop(StatementWords words) {
        String what = words.current();
        words.advance();
        return switch (what) {
            case "index" -> words.is("concurrently") ? StatementKind.DROP_INDEX_CONCURRENTLY : StatementKind.DEFINITION;
            case "database" -> StatementKind.DROP_DATABASE;
            case "tablespace" -> StatementKind.DROP_TABLESPACE;
            case "subscription" -> StatementKind.DROP_SUBSCRIPTION;
            default -> StatementKind.DEFINITION;
        };
    }

    private static StatementKind alter(StatementWords words) {
        String what = words.current();
        words.advance();
        return switch (what) {
            case "system" -> StatementKind.ALTER_SYSTEM;
            case "subscription" -> StatementKind.ALTER_SUBSCRIPTION;
            case "database" ->
                words.skipTo("set", "tablespace")
                        ? StatementKind.ALTER_DATABASE_SET_TABLESPACE
                        : StatementKind.DEFINITION;
            case "type" -> words.skipTo("add", "value") ? StatementKind.ALTER_TYPE_ADD_VALUE : StatementKind.DEFINITION;
            case "table" ->
                words.skipTo("detach", "partition") && endsIn("concurrently", words)
                        ? StatementKind.DETACH_PARTITION_CONCURRENTLY
                        : StatementKind.DEFINITION;
            default -> StatementKind.DEFINITION;
        };
    }

    private static boolean endsIn(String word, StatementWords words) {
        boolean last = false;
        while (!words.atEnd()) {
            last = words.is(word);
            words.advance();
        }
        return last;
    }
}
