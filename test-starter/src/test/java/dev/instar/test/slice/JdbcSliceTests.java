package dev.instar.test.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.State;
import dev.instar.test.ClonedDatabase;
import dev.instar.test.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@JdbcTest(properties = "instar.url=jdbc:postgresql://localhost:1/elsewhere")
@MigratedDatabase
class JdbcSliceTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void hasInstarAndTheSchema(@Autowired Instar instar) {
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(jdbc.sql("SELECT name FROM customer").query(String.class).list())
                .containsExactly("ADA");
    }

    @Test
    void usesTheDatabaseThatIsHandedToTheTestWhateverThePropertiesSay(ClonedDatabase database) {
        assertThat(jdbc.sql("SELECT current_database()").query(String.class).single())
                .isEqualTo(database.name());
    }
}
