package dev.instar.test.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.State;
import dev.instar.test.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;

// tag::test[]
@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
@MigratedDatabase(shared = true)
class DataJpaSliceTests {

    @Test
    void hasInstarAndASchemaThatHibernateAccepts(@Autowired Instar instar, @Autowired TestEntityManager entities) {
        Customer grace = new Customer();
        grace.id = null;
        grace.name = "Grace";

        Long id = entities.persistAndGetId(grace, Long.class);

        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(id).isEqualTo(2);
    }
}
// end::test[]
