package dev.instar.boot.command.unkeyed;

import jakarta.persistence.Entity;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;

/** An entity that JPA cannot map, since it has no id. */
@Entity
public class Unkeyed {

    String name = "";

    /** An application with this entity. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration")
    @EntityScan(basePackageClasses = Unkeyed.class)
    public static class Application {}
}
