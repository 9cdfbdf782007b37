package dev.instar.boot.command;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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
        if (factory.containsBean(CONVERSION_SERVICE_BEAN_NAME)
                && factory.isTypeMatch(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class)) {
            factory.setConversionService(factory.getBean(CONVERSION_SERVICE_BEAN_NAME, ConversionService.class));
        }
        if (!factory.hasEmbeddedValueResolver()) {
            factory.addEmbeddedValueResolver(getEnvironment()::resolvePlaceholders);
        }
        factory.freezeConfiguration();
    }

    @Override
    protected void finishRefresh() {}
}
