package dev.instar.boot.autoconfigure;

import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** Matches when the properties name no databases, so that the application's own is the only one. */
final class OnlyDatabaseCondition extends NoneNestedConditions {

    OnlyDatabaseCondition() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @Conditional(NamedDatabasesCondition.class)
    static final class Named {}
}
