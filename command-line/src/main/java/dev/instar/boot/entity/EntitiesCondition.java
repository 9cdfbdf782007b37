package dev.instar.boot.entity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether somebody wants to know the entities: a command, or whoever wants proposals. */
final class EntitiesCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return isCommand(environment) || environment.getProperty("instar.autogenerate.propose", Boolean.class, false);
    }

    static boolean isCommand(Environment environment) {
        return environment.getProperty(EntitySources.SWITCH, Boolean.class, false);
    }
}
