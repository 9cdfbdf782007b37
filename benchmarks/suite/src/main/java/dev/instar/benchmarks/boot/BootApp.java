package dev.instar.benchmarks.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** A service that says when it is ready, and is done. */
@SpringBootApplication
public class BootApp {

    /** What stands on standard output when the service is ready. */
    public static final String READY = "ready-to-serve";

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(BootApp.class, arguments);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        System.out.println(READY);
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
