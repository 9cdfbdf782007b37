package dev.instar.boot.autoconfigure;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches when the properties name databases. */
class NamedDatabasesCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        boolean named = !Binder.get(context.getEnvironment())
                .bind("instar.databases", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .isEmpty();
        ConditionMessage message = ConditionMessage.forCondition("Several databases")
                .because("'instar.databases' names " + (named ? "some" : "none"));
        return new ConditionOutcome(named, message);
    }
}
