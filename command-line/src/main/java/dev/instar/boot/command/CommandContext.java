package dev.instar.boot.command;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;

/**
 * An application that knows all its beans and creates only those that are asked for. Nothing is started: no web server,
 * no listener, no scheduler, no lifecycle, and nobody hears that it was refreshed.
 */
final class CommandContext extends GenericApplicationContext {

    @Override
    protected void registerListeners() {}

    @Override
    protected void publishEvent(Object event, @Nullable ResolvableType typeHint) {}

    @Override
    protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory factory) {
        leaveDatabaseAlone(factory);
        if (factory.containsBean(CONVERSION_SERVICE_BEAN_NAME)
                && factory.isTypeMatch(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class)) {
            factory.setConversionService(factory.getBean(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class));
        }
        if (!factory.hasEmbeddedValueResolver()) {
            factory.addEmbeddedValueResolver(getEnvironment()::resolvePlaceholders);
        }
        factory.freezeConfiguration();
    }

    /** What uses a schema waits for whatever makes one, be it scripts or another tool; for a command nothing does. */
    private static void leaveDatabaseAlone(ConfigurableListableBeanFactory factory) {
        for (String name : factory.getBeanDefinitionNames()) {
            BeanDefinition bean = factory.getBeanDefinition(name);
            String[] before = bean.getDependsOn();
            if (before != null) {
                bean.setDependsOn(Stream.of(before)
                        .filter(other -> !isInitializer(factory, other))
                        .toArray(String[]::new));
            }
        }
        factory.clearMetadataCache();
    }

    private static boolean isInitializer(ConfigurableListableBeanFactory factory, String name) {
        return factory.containsBeanDefinition(name)
                && factory.getBeanDefinition(name).hasAttribute(DatabaseInitializerDetector.class.getName());
    }

    @Override
    protected void finishRefresh() {}
}
