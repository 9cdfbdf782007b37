package dev.instar.boot.command;

import dev.instar.script.Check;

/** Ends a script where something is not true that must be. */
final class OfflineCheck {

    private OfflineCheck() {}

    static String statement(Check check, String moment) {
        String quote = "$instar$";
        String query = check.query().text();
        while (query.contains(quote)) {
            quote = quote.replace("$instar", "$instar_");
        }
        String failure = "Not true %s the upgrade: %s (%s)".formatted(moment, check.text(), check.origin());
        return """
                DO %1$s
                #variable_conflict use_column
                BEGIN
                  IF (%2$s
                  ) IS NOT TRUE THEN
                    RAISE EXCEPTION USING MESSAGE = %3$s;
                  END IF;
                END %1$s""".formatted(quote, query, HistoryScript.literal(failure));
    }
}
