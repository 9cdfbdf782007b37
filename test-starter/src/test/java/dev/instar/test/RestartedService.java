package dev.instar.test;

import dev.instar.Instar;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Restarts itself once with Boot's devtools, as if a class of its had been compiled, and goes on until it is killed. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, InstarAutoConfiguration.class})
public class RestartedService {

    public static void main(String[] arguments) {
        SpringApplication.run(RestartedService.class, arguments);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws InterruptedException {
        System.out.printf(
                "READY %s %s%n",
                getClass().getClassLoader().getClass().getSimpleName(),
                event.getApplicationContext().getBean(Instar.class).status().state());
        if (System.getProperty("restarted") == null) {
            System.setProperty("restarted", "true");
            new Thread(Restarter.getInstance()::restart, "restart").start();
        } else {
            new CountDownLatch(1).await();
        }
    }
}
