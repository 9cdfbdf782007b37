package dev.instar.sample;

import dev.instar.test.MigratedDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole service, which all classes share. The address only keeps it from starting a server of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:postgresql:unused",
            "management.defaults.metrics.export.enabled=true",
            "instar.snapshot.ttl=0s"
        })
@AutoConfigureRestTestClient
@MigratedDatabase(shared = true)
@interface SampleTest {}
