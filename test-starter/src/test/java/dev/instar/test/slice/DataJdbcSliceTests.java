package dev.instar.test.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.State;
import dev.instar.test.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.mapping.Table;

@DataJdbcTest
@MigratedDatabase(shared = true)
class DataJdbcSliceTests {

    @Test
    void hasInstarAndTheSchema(@Autowired Instar instar, @Autowired JdbcAggregateOperations aggregates) {
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(aggregates.findAll(Row.class)).containsExactly(new Row(1L, "ADA"));
    }

    @Table("customer")
    record Row(@Id Long id, String name) {}
}
