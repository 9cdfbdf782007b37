package dev.instar.test.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.boot.autoconfigure.InstarAutoConfiguration;
import dev.instar.test.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A context that leaves Instar out has a migrated database all the same. */
@JdbcTest(excludeAutoConfiguration = InstarAutoConfiguration.class)
@MigratedDatabase
class WithoutInstarTests {

    @Test
    void hasTheSchema(@Autowired JdbcClient jdbc, @Autowired ObjectProvider<Instar> instar) {
        assertThat(instar.getIfAvailable()).isNull();
        assertThat(jdbc.sql("SELECT name FROM customer").query(String.class).list())
                .containsExactly("ADA");
    }
}
