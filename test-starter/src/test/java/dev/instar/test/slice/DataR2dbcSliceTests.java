package dev.instar.test.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.instar.Instar;
import dev.instar.State;
import dev.instar.test.MigratedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.r2dbc.test.autoconfigure.DataR2dbcTest;
import org.springframework.r2dbc.core.DatabaseClient;

@DataR2dbcTest
@MigratedDatabase(shared = true)
class DataR2dbcSliceTests {

    @Test
    void hasInstarAndTheSchemaWithoutAnyDataSource(
            @Autowired Instar instar, @Autowired DatabaseClient client, @Autowired ObjectProvider<DataSource> none) {
        assertThat(instar.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(client.sql("SELECT name FROM customer")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("ADA");
        assertThat(none.getIfAvailable()).isNull();
    }
}
