package dev.instar.boot.command.shop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("basket")
public record Basket(
        @Id @Nullable Long id,
        @Nullable UUID customer,
        @Nullable Instant openedAt,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "ship_")
        Address address,

        List<BasketLine> lines) {

    public record Address(String street, String city) {}

    public record BasketLine(int amount, Kind kind) {}

    public enum Kind {
        GIFT,
        ORDER
    }

    /** An application whose only aggregates are baskets. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
    @EntityScan(basePackageClasses = Basket.class)
    public static class Shop {}
}
