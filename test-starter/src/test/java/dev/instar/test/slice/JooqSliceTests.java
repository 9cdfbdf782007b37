package dev.instar.test.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.State;
import dev.instar.test.MigratedDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;

@JooqTest
@MigratedDatabase(shared = true)
class JooqSliceTests {

    @Test
    void hasInstarAndTheSchema(@Autowired Instar instar, @Autowired DSLContext jooq) {
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(jooq.fetch("SELECT name FROM customer").getValues("name", String.class))
                .containsExactly("ADA");
    }
}
