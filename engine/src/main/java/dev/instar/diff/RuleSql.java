package dev.instar.diff;

import dev.instar.schema.Identifier;
import dev.instar.schema.Policy;
import dev.instar.schema.Trigger;
import java.util.List;

/** Writes triggers and policies. */
final class RuleSql {

    private RuleSql() {}

    static List<String> create(Trigger trigger) {
        return trigger.firing().equals("ENABLE")
                ? List.of(trigger.definition())
                : List.of(trigger.definition(), firing(trigger));
    }

    static String firing(Trigger trigger) {
        return "ALTER TABLE %s %s TRIGGER %s"
                .formatted(trigger.table(), trigger.firing(), Identifier.quote(trigger.name()));
    }

    static String create(Policy policy) {
        return "CREATE POLICY " + Identifier.quote(policy.name()) + " ON " + policy.table()
                + (policy.permissive() ? "" : " AS RESTRICTIVE")
                + (policy.command().equals("ALL") ? "" : " FOR " + policy.command())
                + (policy.roles().equals(List.of("PUBLIC")) ? "" : " TO " + String.join(", ", policy.roles()))
                + (policy.using() == null ? "" : " USING " + Parentheses.around(policy.using()))
                + (policy.check() == null ? "" : " WITH CHECK " + Parentheses.around(policy.check()));
    }
}
