package dev.instar.test;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database on a server in a container; runs where it is asked for, since it takes a Docker engine with that image. */
@Tag("docker")
@EnabledIfSystemProperty(named = "instar.test.docker.required", matches = "true")
@MigratedDatabase(server = "testcontainers:postgres:15")
class ContainerServerTests {

    @Test
    void hasEveryRevisionApplied(DataSource dataSource) {
        JdbcClient client = JdbcClient.create(dataSource);

        assertThat(client.sql("SELECT name FROM customer").query(String.class).single())
                .isEqualTo("ADA");
        assertThat(client.sql("SELECT current_setting('server_version_num')::int / 10000")
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
    }
}
