package dev.instar.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches when the properties name no databases, so that the application's own is the only one. */
final class OnlyDatabaseCondition extends NamedDatabasesCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionOutcome named = super.getMatchOutcome(context, metadata);
        return new ConditionOutcome(!named.isMatch(), named.getConditionMessage());
    }
}
