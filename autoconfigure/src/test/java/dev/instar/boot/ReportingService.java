package dev.instar.boot;

import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import io.micrometer.core.instrument.logging.LoggingRegistryConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that reports its meters from time to time, which is never when it lives for two seconds. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration"
        })
public class ReportingService {

    public static void main(String[] arguments) {
        SpringApplication.run(ReportingService.class, arguments).close();
    }

    @Bean
    LoggingMeterRegistry meters() {
        return LoggingMeterRegistry.builder(LoggingRegistryConfig.DEFAULT)
                .loggingSink(System.out::println)
                .build();
    }
}
