package dev.instar.boot.autoconfigure;

import dev.instar.boot.Mode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Whoever refuses to start does so before there is a web server, which takes as long as the rest of the way. */
@AutoConfiguration(after = InstarAutoConfiguration.class)
@ConditionalOnClass(WebServerFactoryCustomizer.class)
@ConditionalOnBean(InstarInitializer.class)
public final class BeforeTheWebServerAutoConfiguration {

    @Bean
    WebServerFactoryCustomizer<WebServerFactory> instarBeforeTheWebServer(
            InstarProperties properties, ObjectProvider<InstarInitializer> initializer) {
        return server -> {
            if (properties.getMode() == Mode.VERIFY) {
                initializer.getObject();
            }
        };
    }
}
