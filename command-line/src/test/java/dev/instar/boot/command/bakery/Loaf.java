package dev.instar.boot.command.bakery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.data.annotation.Id;

/** An aggregate that nothing but its repository marks as one. */
public record Loaf(@Id @Nullable Long id, String flour) {

    /** An application whose only aggregates are loaves. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
    public static class Bakery {}
}
