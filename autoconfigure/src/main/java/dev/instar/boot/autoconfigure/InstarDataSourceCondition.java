package dev.instar.boot.autoconfigure;

import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when there is any way to a database: a data source, connection details, the URL of R2DBC, or databases or a
 * URL of Instar's own. One condition and not five nested ones, because every start has to evaluate it. A process that is
 * there for nothing but migrating matches too: it shall not end as if it had done that.
 */
final class InstarDataSourceCondition extends NamedDatabasesCondition implements ConfigurationCondition {

    private static final String URL = "instar.url";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder way = ConditionMessage.forCondition("Way to a database");
        ConfigurableListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
        for (Class<?> type : new Class<?>[] {DataSource.class, JdbcConnectionDetails.class}) {
            if (has(beans, type)) {
                return ConditionOutcome.match(way.foundExactly("a bean of type " + type.getSimpleName()));
            }
        }
        for (String url : new String[] {URL, R2dbcAddress.URL}) {
            if (StringUtils.hasText(context.getEnvironment().getProperty(url))) {
                return ConditionOutcome.match(way.foundExactly("property " + url));
            }
        }
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) && R2dbcAddress.mayBeSaidLater(beans)) {
            return ConditionOutcome.match(way.foundExactly("a connection factory"));
        }
        return MigrateOnlyEnvironment.isWanted(context.getEnvironment())
                ? ConditionOutcome.match(way.foundExactly("a process that shall migrate"))
                : super.getMatchOutcome(context, metadata);
    }

    /** As {@code @ConditionalOnBean} sees it: what nobody gets by its type alone does not count, unless it is marked. */
    private static boolean has(ConfigurableListableBeanFactory beans, Class<?> type) {
        for (String name : beans.getBeanNamesForType(type, true, false)) {
            BeanDefinition definition = beans.containsBeanDefinition(name) ? beans.getBeanDefinition(name) : null;
            if (definition == null
                    || definition.isAutowireCandidate()
                            && (!(definition instanceof AbstractBeanDefinition bean) || bean.isDefaultCandidate())
                    || beans.findAnnotationOnBean(name, InstarDataSource.class, false) != null) {
                return true;
            }
        }
        ConfigurableListableBeanFactory parent =
                beans.getParentBeanFactory() instanceof ConfigurableListableBeanFactory above ? above : null;
        return parent != null && has(parent, type);
    }
}
